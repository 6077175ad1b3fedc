import type { Finding, Properties } from "../../api/finding";
import { providerOwn, tagList } from "../../api/mapping";
import { clock } from "../clock";
import { text, uuid, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { roleToken } from "./iam-tokens";

const day = 86_400_000;

/** A code with which servers outside AWS register. The code is a secret that nothing here marks as one. */
export const activation: Kind = {
  token: "aws:ssm/activation:Activation",
  scope: "regional",
  requests: [
    {
      service: "ssm",
      operation: "CreateActivation",
      mapping: {
        ...providerOwn,
        description: "Description",
        expirationDate: "ExpirationDate",
        iamRole: "IamRole",
        name: "DefaultInstanceName",
        registrationLimit: "RegistrationLimit",
        tags: tagList,
      },
    },
  ],
  replaceOn: ["name", "description", "expirationDate", "iamRole", "registrationLimit", "tags", "region"],
  rules: activationRules,
  computed: ["activationCode", "expirationDate", "expired", "registrationCount"],
  toldOnce: ["activationCode"],
  create(call) {
    const role = text(call.inputs, "iamRole").replace(/^service-role\//u, "");
    if (call.store.get({ account: call.place.account, region: "global" }, roleToken, role) === undefined) {
      throw new Refusal("ValidationException", `Nonexistent role or missing ssm service principal in trust policy: ${role}`);
    }
    const id = uuid(call);
    const expirationDate = text(call.inputs, "expirationDate") || new Date(clock() + day).toISOString().replace(/\.\d+Z$/u, "Z");
    refuseExpiry(expirationDate);
    return { id, outputs: { activationCode: `code${call.mint(16)}`, expired: false, registrationCount: 0, expirationDate } };
  },
};

function activationRules(inputs: Properties): Finding[] {
  const findings: Finding[] = [];
  const role = text(inputs, "iamRole");
  if (role.startsWith("arn:")) findings.push({ at: "iamRole", reason: "is the name of a role, not its ARN" });
  const expires = text(inputs, "expirationDate");
  if (expires === "") return findings;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/u.test(expires))
    findings.push({ at: "expirationDate", reason: `'${expires}' is no RFC 3339 time` });
  return findings;
}

// AWS looks at the time only when an activation is made: one that lapsed since stays as it is.
function refuseExpiry(expires: string): void {
  const days = (Date.parse(expires) - clock()) / day;
  if (days > 30) throw new Refusal("ValidationException", `ExpirationDate ${expires} is more than 30 days ahead`);
  if (days < 0) throw new Refusal("ValidationException", `ExpirationDate ${expires} is past`);
}
