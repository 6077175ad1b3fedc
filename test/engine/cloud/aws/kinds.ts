import type { Kind } from "../kind";
import { namedQuery, workgroup } from "./athena";
import { metricAlarm } from "./cloudwatch-alarm";
import { eventApiDestination, eventConnection } from "./events-api-destination";
import { eventBus, eventBusPolicy } from "./events-bus";
import { eventRule } from "./events-rule";
import { eventTarget } from "./events-target";
import { catalogDatabase, catalogTable } from "./glue";
import { instanceProfile, policy, rolePolicy, rolePolicyAttachment } from "./iam-policy";
import { role } from "./iam-role";
import { alias, key } from "./kms";
import { logGroup } from "./logs";
import { principalAssociation, resourceAssociation, resourceShare } from "./ram";
import { bucket } from "./s3-bucket";
import {
  bucketLogging,
  bucketPolicy,
  encryption,
  lifecycleConfiguration,
  objectLockConfiguration,
  ownershipControls,
  publicAccessBlock,
  versioning,
} from "./s3-bucket-parts";
import { object } from "./s3-object";
import { schedule } from "./scheduler";
import { insight, productSubscription } from "./securityhub";
import { topic, topicPolicy, topicSubscription } from "./sns";
import { activation } from "./ssm-activation";
import { association } from "./ssm-association";
import { defaultPatchBaseline } from "./ssm-default-patch-baseline";
import { document } from "./ssm-document";
import { maintenanceWindow } from "./ssm-maintenance-window";
import { maintenanceWindowTarget } from "./ssm-maintenance-window-target";
import { maintenanceWindowTask } from "./ssm-maintenance-window-task";
import { parameter } from "./ssm-parameter";
import { patchBaseline } from "./ssm-patch-baseline";
import { patchGroup } from "./ssm-patch-group";
import { resourceDataSync } from "./ssm-resource-data-sync";
import { serviceSetting } from "./ssm-service-setting";
import { stateMachine } from "./states";

/** Every AWS resource type that the double knows. */
export const kinds: readonly Kind[] = [
  patchBaseline,
  patchGroup,
  defaultPatchBaseline,
  maintenanceWindow,
  maintenanceWindowTarget,
  maintenanceWindowTask,
  association,
  document,
  parameter,
  activation,
  serviceSetting,
  resourceDataSync,
  role,
  policy,
  rolePolicy,
  rolePolicyAttachment,
  instanceProfile,
  resourceShare,
  resourceAssociation,
  principalAssociation,
  logGroup,
  bucket,
  publicAccessBlock,
  ownershipControls,
  encryption,
  versioning,
  lifecycleConfiguration,
  bucketPolicy,
  bucketLogging,
  object,
  objectLockConfiguration,
  key,
  alias,
  catalogDatabase,
  catalogTable,
  workgroup,
  namedQuery,
  stateMachine,
  schedule,
  eventBus,
  eventBusPolicy,
  eventRule,
  eventTarget,
  eventConnection,
  eventApiDestination,
  topic,
  topicPolicy,
  topicSubscription,
  metricAlarm,
  productSubscription,
  insight,
];
