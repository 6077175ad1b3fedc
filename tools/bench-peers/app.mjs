import { App, CfnResource, Stack, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
// The resources of a fleet preview as a CDK app, judged by cdk-nag: what a team would run that previews with CDK.
// Reads the JSON of `fleet preview --json` from FLEET_PREVIEW; synthesizes one CDK stack for each stack of it.
import { readFileSync } from "node:fs";

const SERVICES = { ssm: "SSM", iam: "IAM", ram: "RAM", cloudwatch: "Logs" };
// What CloudFormation has no type for counts all the same, as a custom resource.
const KNOWN = new Set([
  "PatchBaseline",
  "MaintenanceWindow",
  "MaintenanceWindowTask",
  "Association",
  "Document",
  "Parameter",
  "Role",
  "InstanceProfile",
  "ResourceShare",
  "LogGroup",
]);

function cfnType(type) {
  const [, service, name] = /^aws:(\w+)\/\w+:(\w+)$/.exec(type);
  return KNOWN.has(name) ? `AWS::${SERVICES[service] ?? service}::${name}` : `Custom::${name}`;
}

const pascal = (value) =>
  Array.isArray(value)
    ? value.map(pascal)
    : value && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key[0].toUpperCase() + key.slice(1), pascal(one)]))
      : value;

const { stacks } = JSON.parse(readFileSync(process.env.FLEET_PREVIEW, "utf8"));
const app = new App({ outdir: process.env.FLEET_OUT });
let count = 0;
for (const { name, account, resources } of stacks) {
  const stack = new Stack(app, name, { env: { account, region: "eu-west-1" } });
  for (const resource of resources.filter(({ type }) => type.startsWith("aws:"))) {
    new CfnResource(stack, resource.urn.replaceAll(/\W/g, "_"), {
      type: cfnType(resource.type),
      properties: pascal(resource.inputs),
    });
    count += 1;
  }
}
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
console.log(count);
