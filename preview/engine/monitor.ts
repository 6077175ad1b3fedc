import type {
  ReadResourceRequest,
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
  SupportsFeatureRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import { type Answer, type InvokeAnswer, type Reply, REPLY_CODE, answerOf, invokeAnswerOf, refuse } from "./answer";
import { type Create, madeUpId, outputsOf } from "./creation";
import { defaultProviderFor, deniesDefaultProvider } from "./default-providers";
import { type EngineError, defaultProviderDenied, duplicateUrn } from "./engine-error";
import type { RecordedResource } from "./recorded-resource";
import { NO_OPTIONS, type Registration, readOf, registrationOf } from "./registration";
import { PROVIDER_TYPE_PREFIX, packageOf, providerUrnOf, urnOf } from "./urn";
import type { Properties } from "./value";
import { UNKNOWN_SENTINEL, decodeProperties } from "./wire";

/** One call of a function of a provider (`aws.getX`), as it reached the engine. */
export interface RecordedInvoke {
  readonly token: string;
  readonly args: Properties;
  /** URN of the provider it went through; absent with a default provider. */
  readonly provider?: string;
}

/** Answers a function of a provider; what it throws reaches the program as the provider's error. */
export type Invoke = (
  token: string,
  args: Properties,
  provider: RecordedResource | undefined,
) => Properties | Promise<Properties>;

/** What a monitor needs to know of the stack it serves. */
export interface MonitorSettings {
  readonly project: string;
  readonly stack: string;
  readonly config: Readonly<Record<string, string>>;
  readonly preview: boolean;
  readonly invoke: Invoke;
  readonly create: Create;
}

/** The features of the protocol that this engine answers; transforms and hooks need a live engine. */
const FEATURES: ReadonlySet<string> = new Set([
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "deletedWith",
  "replaceWith",
]);

const GET_RESOURCE = "pulumi:pulumi:getResource";

/**
 * The engine's side of the resource protocol, in process: it records what a program registers and answers as a preview does.
 *
 * One monitor serves one run. The first engine error stops it: from then on it answers every call as an engine that shuts down.
 */
export class Monitor {
  readonly invokes: RecordedInvoke[] = [];
  readonly #settings: MonitorSettings;
  readonly #resources = new Map<string, RecordedResource>();
  readonly #onError: (error: EngineError) => void;
  #stopped = false;

  constructor(settings: MonitorSettings, onError: (error: EngineError) => void) {
    this.#settings = settings;
    this.#onError = onError;
  }

  /** The resources so far, in the order of their registration. */
  get resources(): readonly RecordedResource[] {
    return [...this.#resources.values()];
  }

  /** From now on every call is answered as by an engine that shuts down, which programs take without a sound. */
  stop(): void {
    this.#stopped = true;
  }

  supportsFeature(request: SupportsFeatureRequest, reply: Reply<{ getHassupport(): boolean }>): void {
    reply(null, { getHassupport: () => FEATURES.has(request.getId()) });
  }

  /** Newer SDKs ask this first and fall back to {@link supportsFeature}. */
  getDeploymentInfo(_request: unknown, reply: Reply<never>): void {
    refuse(reply, "not implemented", REPLY_CODE.unimplemented);
  }

  registerPackage(_request: unknown, reply: Reply<never>): void {
    refuse(reply, "parameterized packages need a live engine");
  }

  call(_request: unknown, reply: Reply<never>): void {
    refuse(reply, "methods of resources need a live provider");
  }

  close(): void {}

  registerResource(request: RegisterResourceRequest, reply: Reply<Answer>): void {
    if (request.getRemote()) {
      refuse(reply, `${request.getType()} is a remote component: it needs a live provider`);
      return;
    }
    this.#register(registrationOf(request), undefined, reply);
  }

  readResource(request: ReadResourceRequest, reply: Reply<Answer>): void {
    this.#register(readOf(request), request.getId(), reply);
  }

  registerResourceOutputs(request: RegisterResourceOutputsRequest, reply: Reply<object>): void {
    const urn = request.getUrn();
    const resource = this.#resources.get(urn);
    if (this.#stopped || resource === undefined) {
      refuse(reply, "resource monitor shut down", REPLY_CODE.unavailable);
      return;
    }
    const outputs = decodeProperties(request.getOutputs()?.toJavaScript());
    this.#resources.set(urn, { ...resource, outputs: resource.custom ? { ...resource.outputs, ...outputs } : outputs });
    reply(null, {});
  }

  async invoke(request: ResourceInvokeRequest, reply: Reply<InvokeAnswer>): Promise<void> {
    if (this.#stopped) {
      refuse(reply, "resource monitor shut down", REPLY_CODE.unavailable);
      return;
    }
    const token = request.getTok();
    const args = decodeProperties(request.getArgs()?.toJavaScript());
    try {
      const result = token === GET_RESOURCE ? this.#getResource(args) : await this.#invokeProvider(request, token, args);
      reply(null, invokeAnswerOf(result));
    } catch (error) {
      refuse(reply, error instanceof Error ? error.message : String(error));
    }
  }

  async #invokeProvider(request: ResourceInvokeRequest, token: string, args: Properties): Promise<Properties> {
    const { config, invoke } = this.#settings;
    const reference = request.getProvider();
    if (reference === "" && deniesDefaultProvider(config, packageOf(token))) {
      throw new Error(`Invoke: ${defaultProviderDenied(packageOf(token), token)}`);
    }
    const provider = this.#resources.get(
      reference === "" ? this.#defaultProvider(token, request.getVersion()) : providerUrnOf(reference),
    );
    this.invokes.push({ token, args, ...(reference === "" ? {} : { provider: providerUrnOf(reference) }) });
    try {
      return await invoke(token, args, provider);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`invocation of ${token} returned an error: ${reason}`, { cause: error });
    }
  }

  #getResource({ urn }: Properties): Properties {
    const resource = typeof urn === "string" ? this.#resources.get(urn) : undefined;
    if (resource === undefined) {
      throw new Error(`unknown resource ${JSON.stringify(urn)}`);
    }
    return { urn: resource.urn, id: resource.id ?? "", state: resource.outputs };
  }

  #register(registration: Registration, readId: string | undefined, reply: Reply<Answer>): void {
    const { project, stack } = this.#settings;
    const urn = urnOf(project, stack, registration.parent ?? "", registration.type, registration.name);
    const error = this.#stopped ? undefined : this.#errorIn(registration, urn);
    if (error !== undefined) {
      this.#stopped = true;
      this.#onError(error);
    }
    if (this.#stopped) {
      refuse(reply, "resource monitor shut down", REPLY_CODE.unavailable);
      return;
    }
    const resource = this.#create({ ...this.#withProvider(registration), urn }, readId);
    this.#resources.set(urn, resource);
    reply(null, answerOf(urn, resource.id ?? "", resource.outputs));
  }

  #errorIn(registration: Registration, urn: string): EngineError | undefined {
    if (this.#resources.has(urn)) {
      return duplicateUrn(urn);
    }
    const packageName = packageOf(registration.type);
    if (
      needsProvider(registration) &&
      registration.provider === "" &&
      deniesDefaultProvider(this.#settings.config, packageName)
    ) {
      return { message: defaultProviderDenied(packageName, urn), urn };
    }
    return undefined;
  }

  #withProvider(registration: Registration): Omit<RecordedResource, "urn" | "outputs" | "id"> {
    const { provider, ...rest } = registration;
    if (!needsProvider(registration)) {
      return rest;
    }
    if (provider !== "") {
      return { ...rest, provider };
    }
    const urn = this.#defaultProvider(registration.type, registration.version);
    return { ...rest, provider: `${urn}::${this.#resources.get(urn)?.id ?? UNKNOWN_SENTINEL}` };
  }

  #create(resource: Omit<RecordedResource, "outputs" | "id">, readId: string | undefined): RecordedResource {
    const { preview, create } = this.#settings;
    const secretNames = resource.options.additionalSecretOutputs;
    if (!resource.custom) {
      return { ...resource, outputs: {} };
    }
    if (readId !== undefined) {
      return { ...resource, id: readId, outputs: outputsOf(resource.inputs, {}, secretNames, preview) };
    }
    if (preview) {
      return { ...resource, outputs: outputsOf(resource.inputs, {}, secretNames, preview) };
    }
    const created = create(resource);
    return {
      ...resource,
      id: created.id ?? madeUpId(resource.urn, resource.name),
      outputs: outputsOf(resource.inputs, created.outputs ?? {}, secretNames, preview),
    };
  }

  /** The URN of the default provider for a type or function; registered when first needed, as the engine does. */
  #defaultProvider(type: string, version: string): string {
    const { project, stack, config } = this.#settings;
    const provider = defaultProviderFor(config, type, version);
    const urn = urnOf(project, stack, "", provider.type, provider.name);
    if (!this.#resources.has(urn)) {
      const rest = {
        parent: null,
        custom: true,
        read: false,
        providers: {},
        version,
        dependencies: [],
        propertyDependencies: {},
        aliases: [],
      };
      this.#resources.set(urn, this.#create({ ...provider, ...rest, urn, options: NO_OPTIONS }, undefined));
    }
    return urn;
  }
}

function needsProvider(registration: Registration): boolean {
  return registration.custom && !registration.type.startsWith(PROVIDER_TYPE_PREFIX);
}
