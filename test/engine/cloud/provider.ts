import { isDeepStrictEqual } from "node:util";
import { unknownValue, type Properties } from "../api/finding";
import { check, type Checked } from "./check";
import { faultOf, type Action } from "./faults";
import { note, type Entry } from "./journal";
import type { Kind } from "./kind";
import { Lifecycle, type Living } from "./lifecycle";
import { Refusal } from "./refusal";
import type { Cloud, Session } from "./session";
import type { Store } from "./store";

/** How a resource's inputs differ, and which differences need a replacement. */
export interface Difference {
  readonly changed: readonly string[];
  readonly replacing: readonly string[];
}

/** The provider double behind the protocol: plain values in and out, a Refusal for what the cloud refuses. */
export class Provider {
  readonly #cloud: Cloud;
  readonly #store: Store;
  #session: Session | undefined;

  constructor(cloud: Cloud, store: Store) {
    this.#cloud = cloud;
    this.#store = store;
  }

  configure(configuration: Properties): void {
    this.#session = this.#cloud.signIn(configuration, process.env);
  }

  check(urn: string, given: Properties, before: Properties | undefined): Checked {
    return this.#met("check", urn, () => check(this.#kind(urn), this.#signedIn(), nameOf(urn), given, before));
  }

  diff(urn: string, before: Properties, after: Properties): Difference {
    const kind = this.#kind(urn);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changed = names.filter((name) => name !== "__defaults" && !isDeepStrictEqual(before[name], after[name]));
    return { changed, replacing: changed.filter((name) => kind.replaceOn.includes(name)) };
  }

  create(urn: string, inputs: Properties, preview: boolean): Living {
    const kind = this.#kind(urn);
    if (preview) return { id: "", inputs, outputs: { ...unknowns(kind.computed), ...inputs } };
    const [request] = kind.requests;
    const act = () => this.#lifecycle().create(kind, urn, inputs);
    return this.#met(
      "create",
      urn,
      act,
      request === undefined ? undefined : `${request.service.toUpperCase()}: ${request.operation}`,
    );
  }

  read(urn: string, id: string, known: Properties, state: Properties): Living | undefined {
    return this.#met("read", urn, () => this.#lifecycle().read(this.#kind(urn), urn, id, known, state));
  }

  update(urn: string, id: string, before: Properties, inputs: Properties, preview: boolean): Living {
    const kind = this.#kind(urn);
    if (!preview) return this.#met("update", urn, () => this.#lifecycle().update(kind, urn, id, inputs));
    const changed = Object.entries(kind.recomputed ?? {}).filter(([name]) => !isDeepStrictEqual(before[name], inputs[name]));
    return { id, inputs, outputs: { ...before, ...inputs, ...unknowns(changed.flatMap(([, outputs]) => outputs)) } };
  }

  remove(urn: string, id: string, known: Properties): void {
    this.#met("delete", urn, () => this.#lifecycle().remove(this.#kind(urn), urn, id, known));
  }

  invoke(token: string, inputs: Properties): Properties {
    const lookup = this.#cloud.lookups.find((each) => each.token === token);
    if (lookup === undefined)
      throw new Error(`the double of ${this.#cloud.name} has no function ${token}: extend ${this.#cloud.extendIn}`);
    return this.#met("invoke", token, () => lookup.invoke(this.#lifecycle().call(inputs, token, "regional")));
  }

  #kind(urn: string): Kind {
    const token = typeOf(urn);
    const kind = this.#cloud.kinds.find((each) => each.token === token);
    if (kind === undefined)
      throw new Error(`the double of ${this.#cloud.name} has no type ${token}: extend ${this.#cloud.extendIn}`);
    return kind;
  }

  #signedIn(): Session {
    if (this.#session === undefined) throw new Error("the provider is not configured");
    return this.#session;
  }

  #lifecycle(): Lifecycle {
    return new Lifecycle(this.#store, this.#signedIn());
  }

  // Every call passes here: faults meet it, AWS's throttling is tried again as the SDK does, and the journal gets its line.
  #met<T>(action: Action, who: string, act: () => T, operation?: string): T {
    const type = action === "invoke" ? who : typeOf(who);
    const account = this.#signedIn().account;
    for (let attempts = 1; ; attempts++) {
      const fault = faultOf(this.#store, action, type);
      if (fault?.effect === "throttle" && attempts < 25) continue;
      if (fault?.effect === "kill-before") this.#die({ action, type, urn: who, account, attempts, killed: "before" });
      try {
        if (fault?.effect === "throttle") throw new Refusal("ThrottlingException", "Rate exceeded");
        if (fault?.effect === "refuse")
          throw new Refusal(fault.code ?? "InternalServerError", fault.reason ?? "An error occurred on the server side.");
        const result = act();
        if (fault?.effect === "kill-after") this.#die({ action, type, urn: who, account, attempts, killed: "after" });
        if (action !== "check") note(this.#store, { action, type, urn: who, account, attempts });
        return result;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        note(this.#store, { action, type, urn: who, account, attempts, refusal: error.message });
        throw operation === undefined ? error : error.inOperation(operation);
      }
    }
  }

  // As when the machine goes away: the command line and this provider end at once, without a word to anyone but the journal.
  #die(entry: Entry): never {
    note(this.#store, entry);
    process.kill(process.ppid, "SIGKILL");
    process.kill(process.pid, "SIGKILL");
    throw new Error("unreachable");
  }
}

function unknowns(names: readonly string[]): Properties {
  return Object.fromEntries(names.map((name) => [name, unknownValue]));
}

function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
