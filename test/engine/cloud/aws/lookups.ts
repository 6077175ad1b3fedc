import { text, type Call, type Lookup } from "../kind";
import { Refusal } from "../refusal";
import { accountsOf } from "./organization";
import { parameterByArn } from "./parameter-arn";
import { principalAssociationToken, resourceAssociationToken } from "./ram-tokens";
import { predefinedArn, predefinedNames } from "./ssm-predefined-baselines";
import { defaultBaselineToken, parameterToken, patchBaselineToken } from "./ssm-tokens";

/** Reads a parameter: of the own account by name, of another one by its full ARN once it is shared. */
const getParameter: Lookup = {
  token: "aws:ssm/getParameter:getParameter",
  invoke(call) {
    const name = text(call.inputs, "name");
    const item = name.startsWith("arn:") ? readable(call, name) : call.store.get(call.place, parameterToken, name);
    if (item === undefined) throw new Refusal("", `reading SSM Parameter (${name}): couldn't find resource`);
    const type = text(item.inputs, "type");
    const value = item.inputs["insecureValue"] ?? item.inputs["value"] ?? "";
    return {
      ...call.inputs,
      id: text(item.inputs, "name"),
      arn: item.outputs["arn"],
      name: text(item.inputs, "name"),
      type,
      value,
      insecureValue: type === "SecureString" ? "" : value,
      version: item.outputs["version"],
      region: call.place.region,
    };
  },
};

function readable(call: Call, arn: string) {
  const [, region = "", account = ""] = /^arn:[^:]+:ssm:([^:]+):(\d{12}):/u.exec(arn) ?? [];
  if (region !== call.place.region)
    throw new Refusal("ValidationException", `${arn} is in ${region}; the request went to ${call.place.region}`);
  if (account === call.place.account) return parameterByArn(call, arn);
  const owner = { account, region };
  const shares = call.store.list(owner, resourceAssociationToken).filter((item) => item.inputs["resourceArn"] === arn);
  const principals = call.store
    .list(owner, principalAssociationToken)
    .filter((item) => shares.some((share) => share.inputs["resourceShareArn"] === item.inputs["resourceShareArn"]));
  if (!principals.some((item) => accountsOf(call.store, text(item.inputs, "principal")).includes(call.place.account))) {
    const who = `User: arn:${call.partition}:sts::${call.place.account}:assumed-role/deployer/session`;
    const why = "because no resource-based policy allows the ssm:GetParameter action";
    throw new Refusal(
      "AccessDeniedException",
      `${who} is not authorized to perform: ssm:GetParameter on resource: ${arn} ${why}`,
    );
  }
  return parameterByArn(call, arn);
}

/** Finds one baseline, AWS's own or the account's. */
const getPatchBaseline: Lookup = {
  token: "aws:ssm/getPatchBaseline:getPatchBaseline",
  invoke(call) {
    const { owner, system, prefix } = {
      owner: text(call.inputs, "owner"),
      system: text(call.inputs, "operatingSystem"),
      prefix: text(call.inputs, "namePrefix"),
    };
    const found = (owner === "AWS" ? ofAws(call) : ofSelf(call))
      .filter((each) => system === "" || each.system === system)
      .filter((each) => each.name.startsWith(prefix))
      .filter((each) => call.inputs["defaultBaseline"] === undefined || each.standing === call.inputs["defaultBaseline"]);
    const [first, second] = found;
    if (first === undefined)
      throw new Refusal("", "Your query returned no results. Please change your search criteria and try again.");
    if (second !== undefined)
      throw new Refusal("", "Your query returned more than one result. Please try a more specific search criteria");
    return {
      ...call.inputs,
      id: first.id,
      name: first.name,
      region: call.place.region,
      description: "",
      json: "{}",
      approvalRules: [],
      approvedPatches: [],
      approvedPatchesComplianceLevel: "UNSPECIFIED",
      approvedPatchesEnableNonSecurity: false,
      availableSecurityUpdatesComplianceStatus: "",
      globalFilters: [],
      rejectedPatches: [],
      rejectedPatchesAction: "ALLOW_AS_DEPENDENCY",
      sources: [],
    };
  },
};

/** Lists baselines, AWS's own or the account's, by filters whose values are alternatives. */
const getPatchBaselines: Lookup = {
  token: "aws:ssm/getPatchBaselines:getPatchBaselines",
  invoke(call) {
    const filters = (call.inputs["filters"] ?? []) as { key: string; values: string[] }[];
    const passes = (key: string, judge: (value: string) => boolean) =>
      filters.filter((filter) => filter.key === key).every(({ values }) => values.some(judge));
    const owned = [
      ...(passes("OWNER", (value) => value === "AWS") ? ofAws(call) : []),
      ...(passes("OWNER", (value) => value === "Self") ? ofSelf(call) : []),
    ];
    const found = owned
      .filter(({ system }) => passes("OPERATING_SYSTEM", (value) => value === system))
      .filter(({ name }) => passes("NAME_PREFIX", (value) => name.startsWith(value)))
      .filter(({ standing }) => call.inputs["defaultBaselines"] !== true || standing);
    return {
      ...call.inputs,
      region: call.place.region,
      baselineIdentities: found.map(({ id, name, system, standing }) => ({
        baselineId: id,
        baselineName: name,
        baselineDescription: "",
        operatingSystem: system,
        defaultBaseline: standing,
      })),
    };
  },
};

interface FoundBaseline {
  readonly id: string;
  readonly name: string;
  readonly system: string;
  /** Whether it is the default of its operating system. */
  readonly standing: boolean;
}

function ofAws(call: Call): FoundBaseline[] {
  return Object.entries(predefinedNames).flatMap(([system, names]) =>
    names.map((name, index) => ({
      id: predefinedArn(call, name),
      name,
      system,
      standing: index === 0 && call.store.get(call.place, defaultBaselineToken, system) === undefined,
    })),
  );
}

function ofSelf(call: Call): FoundBaseline[] {
  return call.store.list(call.place, patchBaselineToken).map((item) => ({
    id: item.id,
    name: text(item.inputs, "name"),
    system: text(item.inputs, "operatingSystem"),
    standing: call.store.list(call.place, defaultBaselineToken).some((each) => each.inputs["baselineId"] === item.id),
  }));
}

const getCallerIdentity: Lookup = {
  token: "aws:index/getCallerIdentity:getCallerIdentity",
  invoke: (call) => ({
    id: call.place.account,
    accountId: call.place.account,
    arn: `arn:${call.partition}:sts::${call.place.account}:assumed-role/deployer/session`,
    userId: "AROAEXAMPLEEXAMPLE000:session",
  }),
};

const getPartition: Lookup = {
  token: "aws:index/getPartition:getPartition",
  invoke: (call) => ({
    id: call.partition,
    partition: call.partition,
    dnsSuffix: "amazonaws.com",
    reverseDnsPrefix: "com.amazonaws",
  }),
};

const getRegion: Lookup = {
  token: "aws:index/getRegion:getRegion",
  invoke(call) {
    const region = text(call.inputs, "name") || call.place.region;
    return { id: region, name: region, region, description: region, endpoint: `ec2.${region}.amazonaws.com` };
  },
};

/** What programs may ask of AWS. */
export const lookups: readonly Lookup[] = [
  getParameter,
  getPatchBaseline,
  getPatchBaselines,
  getCallerIdentity,
  getPartition,
  getRegion,
];
