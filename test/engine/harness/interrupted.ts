import { isStructure, type Properties } from "../api/finding";

/** A resource as `pulumi stack export` has it; what this file does not look at is kept as it is. */
export interface ExportedResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Properties;
  readonly outputs?: Properties;
  readonly delete?: boolean;
  readonly pendingReplacement?: boolean;
}

/** What `pulumi stack export` writes and `pulumi stack import` reads. */
export interface Exported {
  readonly deployment: {
    readonly resources?: readonly ExportedResource[];
    readonly pending_operations?: readonly { readonly type: string; readonly resource: ExportedResource }[];
  };
}

/**
 * How to find out whether the cloud has a resource whose creation was interrupted.
 * - `known`: its id follows from its inputs; whether it is there, `pulumi refresh` sees
 * - `asked`: the cloud made up its id: ask for the one thing of this type with these inputs
 * - `useless`: what only its creation told is lost: delete what has these inputs, it will be made anew
 */
export type Search =
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "asked" | "useless"; readonly inputs: Properties };

type Identify = (inputs: Properties) => Search;

const known =
  (write: (text: (name: string) => string) => string): Identify =>
  (inputs) => ({ kind: "known", id: write((name) => String(inputs[name])) });

const asked =
  (...names: string[]): Identify =>
  (inputs) => ({ kind: "asked", inputs: Object.fromEntries(names.map((name) => [name, inputs[name]])) });

/** Every type of the fleet's stacks. */
const identities: Readonly<Record<string, Identify>> = {
  "aws:athena/namedQuery:NamedQuery": asked("workgroup", "name"),
  "aws:athena/workgroup:Workgroup": asked("name"),
  "aws:cloudwatch/eventApiDestination:EventApiDestination": asked("name"),
  "aws:cloudwatch/eventBus:EventBus": asked("name"),
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": asked("eventBusName"),
  "aws:cloudwatch/eventConnection:EventConnection": asked("name"),
  "aws:cloudwatch/eventRule:EventRule": asked("eventBusName", "name"),
  "aws:cloudwatch/eventTarget:EventTarget": asked("eventBusName", "rule", "targetId"),
  "aws:cloudwatch/metricAlarm:MetricAlarm": asked("name"),
  "aws:glue/catalogDatabase:CatalogDatabase": asked("name"),
  "aws:glue/catalogTable:CatalogTable": asked("databaseName", "name"),
  "aws:kms/alias:Alias": asked("name"),
  "aws:kms/key:Key": asked("description"),
  "aws:s3/bucket:Bucket": asked("bucket"),
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": asked("bucket"),
  "aws:s3/bucketLogging:BucketLogging": asked("bucket"),
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": asked("bucket"),
  "aws:s3/bucketObjectv2:BucketObjectv2": asked("bucket", "key"),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": asked("bucket"),
  "aws:s3/bucketPolicy:BucketPolicy": asked("bucket"),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": asked("bucket"),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": asked("bucket"),
  "aws:s3/bucketVersioning:BucketVersioning": asked("bucket"),
  "aws:scheduler/schedule:Schedule": asked("name"),
  "aws:securityhub/insight:Insight": asked("name"),
  "aws:securityhub/productSubscription:ProductSubscription": asked("productArn"),
  "aws:sfn/stateMachine:StateMachine": asked("name"),
  "aws:sns/topic:Topic": asked("name"),
  "aws:sns/topicPolicy:TopicPolicy": asked("arn"),
  "aws:sns/topicSubscription:TopicSubscription": asked("topicArn", "protocol", "endpoint"),
  "aws:ssm/resourceDataSync:ResourceDataSync": asked("name"),
  "aws:cloudwatch/logGroup:LogGroup": known((text) => text("name")),
  "aws:iam/instanceProfile:InstanceProfile": known((text) => text("name")),
  "aws:iam/policy:Policy": asked("name"),
  "aws:iam/role:Role": known((text) => text("name")),
  "aws:iam/rolePolicy:RolePolicy": known((text) => `${text("role")}:${text("name")}`),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": known((text) => `${text("role")}/${text("policyArn")}`),
  "aws:ram/principalAssociation:PrincipalAssociation": known((text) => `${text("resourceShareArn")},${text("principal")}`),
  "aws:ram/resourceAssociation:ResourceAssociation": known((text) => `${text("resourceShareArn")},${text("resourceArn")}`),
  "aws:ram/resourceShare:ResourceShare": asked("name"),
  "aws:ssm/activation:Activation": (inputs) => ({ kind: "useless", inputs: { name: inputs["name"] } }),
  "aws:ssm/association:Association": asked("associationName"),
  "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline": known((text) => text("operatingSystem")),
  "aws:ssm/document:Document": known((text) => text("name")),
  "aws:ssm/maintenanceWindow:MaintenanceWindow": asked("name"),
  "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask": asked("windowId", "name"),
  "aws:ssm/parameter:Parameter": known((text) => text("name")),
  "aws:ssm/patchBaseline:PatchBaseline": asked("name"),
  "aws:ssm/patchGroup:PatchGroup": known((text) => `${text("patchGroup")},${text("baselineId")}`),
  "aws:ssm/serviceSetting:ServiceSetting": known((text) => text("settingId")),
  "azure-native:compute:VirtualMachineRunCommandByVirtualMachine": asked("resourceGroupName", "vmName", "runCommandName"),
};

/** A creation that was interrupted, and how to find out what became of it. */
export interface Interrupted {
  readonly resource: ExportedResource;
  readonly search: Search;
}

/** The creations that a killed run left open. Providers are Pulumi's own and have nothing in a cloud. */
export function interruptedIn(exported: Exported): Interrupted[] {
  return (exported.deployment.pending_operations ?? [])
    .filter(({ type, resource }) => type === "creating" && !resource.type.startsWith("pulumi:"))
    .map(({ resource }) => {
      const identify = identities[resource.type];
      if (identify === undefined)
        throw new Error(`how to find a ${resource.type} is not known: look for ${resource.urn} by hand`);
      return { resource, search: identify(resource.inputs ?? {}) };
    });
}

/**
 * The state with the interrupted creations settled: what has an id is in it, what has none is to be made again. `pulumi refresh`
 * then sees which of them are really there.
 *
 * @param ids the id of each interrupted resource that may exist, by URN
 */
export function settled(exported: Exported, ids: ReadonlyMap<string, string>): Exported {
  const { pending_operations: pending = [], ...deployment } = exported.deployment;
  const resources = [...(deployment.resources ?? [])];
  for (const { type, resource } of pending) {
    const id = ids.get(resource.urn);
    if (type === "creating" && id !== undefined)
      place(resources, { ...resource, id, outputs: { ...withoutNotes(resource.inputs), id } });
  }
  return { ...exported, deployment: { ...deployment, resources } };
}

// A replacement stands where the replaced one stood, and that one is still to be deleted, unless it went first.
function place(resources: ExportedResource[], found: ExportedResource): void {
  const at = resources.findIndex((other) => other.urn === found.urn && other.delete !== true);
  const replaced = resources[at];
  if (replaced === undefined) resources.push(found);
  else if (replaced.pendingReplacement === true) resources[at] = found;
  else resources.splice(at, 1, found, { ...replaced, delete: true });
}

function withoutNotes(inputs: unknown): Properties {
  if (!isStructure(inputs)) return {};
  const { __defaults: _notes, ...rest } = inputs;
  return rest;
}
