import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { Finding, Properties } from "../api/finding";
import type { Provider } from "./provider";

/**
 * Serves a provider double as a Pulumi plugin: the port on the first line, then Pulumi's provider protocol.
 * Like the real aws and azure-native providers it does not take secrets: the engine keeps track of them.
 *
 * @param ready called when the port is told
 */
export function serve(provider: Provider, version: string, ready: () => void): void {
  const server = new grpc.Server({ "grpc.max_receive_message_length": 400 << 20 });
  server.addService(ResourceProviderService, { ...configuration(provider, version), ...resources(provider) });
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    console.log(String(port));
    ready();
  });
}

function configuration(provider: Provider, version: string): grpc.UntypedServiceImplementation {
  return {
    getPluginInfo: answer(() => {
      const info = new PluginInfo();
      info.setVersion(version);
      return info;
    }),
    getSchema: answer(() => {
      const schema = new messages.GetSchemaResponse();
      schema.setSchema("{}");
      return schema;
    }),
    attach: answer(() => new Empty()),
    cancel: answer(() => new Empty()),
    checkConfig: answer((request: messages.CheckRequest) => checkResponse(plain(request.getNews()), [])),
    diffConfig: answer((request: messages.DiffRequest) => {
      const before = plain(request.getOldInputs() ?? request.getOlds());
      const after = plain(request.getNews());
      const changed = Object.keys({ ...before, ...after }).filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
      );
      // As the real providers: what was made with another one is made anew.
      const whose = changed.filter((name) => ["region", "subscriptionId"].includes(name));
      return diffResponse(changed, whose);
    }),
    configure: answer((request: messages.ConfigureRequest) => {
      provider.configure(plain(request.getArgs()));
      const response = new messages.ConfigureResponse();
      response.setSupportspreview(true);
      return response;
    }),
  };
}

function resources(provider: Provider): grpc.UntypedServiceImplementation {
  return {
    check: answer((request: messages.CheckRequest) => {
      const before = request.getOlds();
      const checked = provider.check(
        request.getUrn(),
        plain(request.getNews()),
        before === undefined ? undefined : plain(before),
      );
      return checkResponse(checked.inputs, checked.findings);
    }),
    diff: answer((request: messages.DiffRequest) => {
      const { changed, replacing } = provider.diff(
        request.getUrn(),
        plain(request.getOldInputs() ?? request.getOlds()),
        plain(request.getNews()),
      );
      return diffResponse(changed, replacing);
    }),
    create: answer((request: messages.CreateRequest) => {
      const made = provider.create(request.getUrn(), plain(request.getProperties()), request.getPreview());
      const response = new messages.CreateResponse();
      response.setId(made.id);
      response.setProperties(struct(made.outputs));
      return response;
    }),
    read: answer((request: messages.ReadRequest) => {
      const state = plain(request.getProperties());
      const found = provider.read(
        request.getUrn(),
        request.getId(),
        plain(request.getInputs() ?? request.getProperties()),
        state,
      );
      const response = new messages.ReadResponse();
      if (found === undefined) return response;
      response.setId(found.id);
      response.setInputs(struct(found.inputs));
      response.setProperties(struct(found.outputs));
      return response;
    }),
    update: answer((request: messages.UpdateRequest) => {
      const changed = provider.update(
        request.getUrn(),
        request.getId(),
        plain(request.getOlds()),
        plain(request.getNews()),
        request.getPreview(),
      );
      const response = new messages.UpdateResponse();
      response.setProperties(struct(changed.outputs));
      return response;
    }),
    delete: answer((request: messages.DeleteRequest) => {
      provider.remove(request.getUrn(), request.getId(), plain(request.getProperties()));
      return new Empty();
    }),
    invoke: answer((request: messages.InvokeRequest) => {
      const response = new messages.InvokeResponse();
      response.setReturn(struct(provider.invoke(request.getTok(), plain(request.getArgs()))));
      return response;
    }),
  };
}

function answer<Request, Response>(act: (request: Request) => Response): grpc.handleUnaryCall<Request, Response> {
  return (call, done) => {
    try {
      done(null, act(call.request));
    } catch (error) {
      const details = error instanceof Error ? error.message : String(error);
      done({ code: grpc.status.UNKNOWN, details, message: details, name: "refused" });
    }
  };
}

function checkResponse(inputs: Properties, findings: readonly Finding[]): messages.CheckResponse {
  const response = new messages.CheckResponse();
  response.setInputs(struct(inputs));
  response.setFailuresList(
    findings.map(({ at, reason }) => {
      const failure = new messages.CheckFailure();
      failure.setProperty(at);
      failure.setReason(reason);
      return failure;
    }),
  );
  return response;
}

function diffResponse(changed: readonly string[], replacing: readonly string[]): messages.DiffResponse {
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  const response = new messages.DiffResponse();
  response.setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setDiffsList([...changed]);
  response.setReplacesList([...replacing]);
  return response;
}

function plain(message: Struct | undefined): Properties {
  return message?.toJavaScript() ?? {};
}

function struct(properties: Properties): Struct {
  const copy: Record<string, JavaScriptValue> = JSON.parse(JSON.stringify(properties));
  return Struct.fromJavaScript(copy);
}
