import { providerOwn } from "../../api/mapping";
import { arn, text, type Kind } from "../kind";
import { Refusal } from "../refusal";

// The settings that exist and, where the values are fixed, these.
const settings: Readonly<Record<string, readonly string[] | undefined>> = {
  "/ssm/automation/customer-script-log-destination": ["CloudWatch"],
  "/ssm/automation/customer-script-log-group-name": undefined,
  "/ssm/automation/enable-adaptive-concurrency": ["True", "False"],
  "/ssm/documents/console/public-sharing-permission": ["Enable", "Disable"],
  "/ssm/managed-instance/activation-tier": ["standard", "advanced"],
  "/ssm/managed-instance/default-ec2-instance-management-role": undefined,
  "/ssm/opsinsights/opscenter": ["Enabled", "Disabled"],
  "/ssm/parameter-store/default-parameter-tier": ["Standard", "Advanced", "Intelligent-Tiering"],
  "/ssm/parameter-store/high-throughput-enabled": ["true", "false"],
};

/** A setting of Systems Manager for one account and region. It always has a value: deleting it resets it. */
export const serviceSetting: Kind = {
  token: "aws:ssm/serviceSetting:ServiceSetting",
  scope: "regional",
  requests: [
    {
      service: "ssm",
      operation: "UpdateServiceSetting",
      mapping: { ...providerOwn, settingId: "SettingId", settingValue: "SettingValue" },
    },
  ],
  replaceOn: ["settingId", "region"],
  computed: ["arn", "status"],
  overwrites: () => true,
  create(call) {
    const given = text(call.inputs, "settingId");
    const path = given.replace(/^arn:[^:]+:ssm:[^:]+:\d{12}:servicesetting/u, "");
    const value = text(call.inputs, "settingValue");
    const allowed = settings[path];
    if (!(path in settings)) throw new Refusal("ServiceSettingNotFound", `The setting ${given} does not exist`);
    if (allowed !== undefined && !allowed.includes(value))
      throw new Refusal("ValidationException", `${value} is no value of ${path}`);
    if (path.endsWith("instance-management-role") && !/^(?:service-role\/)?[\w+=,.@-]+$/u.test(value)) {
      throw new Refusal("ValidationException", `${value} is no role of the path /service-role/`);
    }
    const id = arn(call, "ssm", `servicesetting${path}`);
    return { id, outputs: { arn: id, status: "Customized" } };
  },
};
