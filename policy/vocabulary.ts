/** The types of resources that rules look at, by Pulumi's tokens. */
export const WINDOW = "aws:ssm/maintenanceWindow:MaintenanceWindow";
/** A task of a maintenance window. */
export const TASK = "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask";
/** A target of a maintenance window. */
export const TARGET = "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget";
/** A patch baseline. */
export const BASELINE = "aws:ssm/patchBaseline:PatchBaseline";
/** The registration of a patch group with a baseline. */
export const REGISTRATION = "aws:ssm/patchGroup:PatchGroup";
/** The default baseline of one operating system. */
export const DEFAULT_BASELINE = "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline";
/** A State Manager association. */
export const ASSOCIATION = "aws:ssm/association:Association";
/** A Systems Manager document: runbook, command document or change calendar. */
export const DOCUMENT = "aws:ssm/document:Document";
/** A hybrid activation. */
export const ACTIVATION = "aws:ssm/activation:Activation";
/** A Systems Manager parameter. */
export const PARAMETER = "aws:ssm/parameter:Parameter";
/** A resource data sync. */
export const DATA_SYNC = "aws:ssm/resourceDataSync:ResourceDataSync";
/** A Systems Manager service setting. */
export const SERVICE_SETTING = "aws:ssm/serviceSetting:ServiceSetting";
/** A Quick Setup configuration. */
export const QUICK_SETUP = "aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager";
/** A share of AWS Resource Access Manager. */
export const SHARE = "aws:ram/resourceShare:ResourceShare";
/** A resource in a share. */
export const SHARED_RESOURCE = "aws:ram/resourceAssociation:ResourceAssociation";
/** A principal that a share is given to. */
export const SHARED_WITH = "aws:ram/principalAssociation:PrincipalAssociation";
/** A role. */
export const ROLE = "aws:iam/role:Role";
/** A policy inside a role. */
export const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
/** A policy of its own. */
export const POLICY = "aws:iam/policy:Policy";
/** A policy attached to a role. */
export const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
/** An S3 bucket, by its name of today and by that of @pulumi/aws 6. */
export const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"] as const;
/** The policy of an S3 bucket. */
export const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
/** What keeps an S3 bucket from the public. */
export const PUBLIC_ACCESS_BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
/** Whether an S3 bucket keeps old versions, by both names that the type has. */
export const VERSIONING = ["aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2"] as const;
/** What locks the objects of an S3 bucket when they are written. */
export const OBJECT_LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
/** A CloudWatch log group. */
export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
/** A rule of EventBridge. */
export const EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";
/** A target of an EventBridge rule. */
export const EVENT_TARGET = "aws:cloudwatch/eventTarget:EventTarget";
/** An EC2 instance. */
export const INSTANCE = "aws:ec2/instance:Instance";
/** A launch template. */
export const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
/** The AWS provider. */
export const AWS_PROVIDER = "pulumi:providers:aws";
/** An Azure virtual machine. */
export const AZURE_VM = "azure-native:compute:VirtualMachine";
/** An extension of an Azure virtual machine. */
export const AZURE_EXTENSION = "azure-native:compute:VirtualMachineExtension";
/** A managed Run Command of an Azure virtual machine. */
export const AZURE_RUN_COMMAND = "azure-native:compute:VirtualMachineRunCommandByVirtualMachine";
/** A maintenance configuration of Azure's Update Manager. */
export const AZURE_MAINTENANCE = "azure-native:maintenance:MaintenanceConfiguration";

/**
 * The two tag keys that make a node a member of a patch group. For choosing a baseline both are the same, as targets they
 * are two different sets.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html
 */
export const GROUP_TAG_KEYS = ["PatchGroup", "Patch Group"] as const;

/** Where the operating system is not written, a baseline is for Windows. */
export const DEFAULT_SYSTEM = "WINDOWS";

/** The compliance levels of an approval. */
export const COMPLIANCE_LEVELS = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNSPECIFIED"] as const;
