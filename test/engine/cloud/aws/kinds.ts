import type { Kind } from "../kind";
import { instanceProfile, policy, rolePolicy, rolePolicyAttachment } from "./iam-policy";
import { role } from "./iam-role";
import { logGroup } from "./logs";
import { principalAssociation, resourceAssociation, resourceShare } from "./ram";
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
];
