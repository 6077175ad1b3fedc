import { expect } from "chai";
import { NodeIdentity, nodeStatements } from "../../../components/aws";
import { policyText, trustInstances, trustSystemsManager } from "../../../components/aws/policy-document";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const ARGS = {
  account: "444444444444",
  partition: "aws-us-gov",
  nodePolicyName: "fleet-node",
  instanceRoleName: "fleet-instance",
  hostManagementRoleName: "fleet-host-management",
  logGroupName: "/fleet/commands",
  tags: TAGS,
};
const unique = { deleteBeforeReplace: true };

const identity = () =>
  previewed((opts) => {
    new NodeIdentity("nodes", ARGS, opts);
  });

function attachment(name: string, role: string, policyArn: string) {
  return { type: "aws.iam.RolePolicyAttachment", name, parent: "nodes", inputs: { role, policyArn }, options: {} };
}

describe("NodeIdentity", () => {
  it("makes what a server can run under: a profile of its own, or the role of Default Host Management", async () => {
    const own = "arn:aws-us-gov:iam::444444444444:policy/fleet-node";
    const aws = "arn:aws-us-gov:iam::aws:policy";
    expect(shapes(await identity())).to.deep.equal([
      componentShape("NodeIdentity", "nodes"),
      attachment("nodes-host-core", "fleet-host-management", `${aws}/AmazonSSMManagedEC2InstanceDefaultPolicy`),
      attachment("nodes-host-node", "fleet-host-management", own),
      {
        type: "aws.iam.Role",
        name: "nodes-host-role",
        parent: "nodes",
        inputs: {
          name: "fleet-host-management",
          path: "/service-role/",
          description: "For instances that have no profile of their own",
          assumeRolePolicy: trustSystemsManager("444444444444"),
          tags: TAGS,
        },
        options: unique,
      },
      attachment("nodes-instance-core", "fleet-instance", `${aws}/AmazonSSMManagedInstanceCore`),
      attachment("nodes-instance-node", "fleet-instance", own),
      {
        type: "aws.iam.InstanceProfile",
        name: "nodes-instance-profile",
        parent: "nodes",
        inputs: { name: "fleet-instance", role: "fleet-instance", tags: TAGS },
        options: unique,
      },
      {
        type: "aws.iam.Role",
        name: "nodes-instance-role",
        parent: "nodes",
        inputs: {
          name: "fleet-instance",
          description: "For instances that the fleet patches",
          assumeRolePolicy: trustInstances("aws-us-gov"),
          tags: TAGS,
        },
        options: unique,
      },
      {
        type: "aws.iam.Policy",
        name: "nodes-policy",
        parent: "nodes",
        inputs: {
          name: "fleet-node",
          description: "What a patched server needs beside AmazonSSMManagedInstanceCore",
          policy: policyText(nodeStatements(ARGS)),
          tags: TAGS,
        },
        options: unique,
      },
    ]);
  });

  it("attaches its own policy only once it is there: the ARN is written, not waited for", async () => {
    const result = await identity();
    for (const name of ["nodes-host-node", "nodes-instance-node"])
      expect(named(result, name).dependencies).to.include(named(result, "nodes-policy").urn);
  });

  it("gives what others need to know", async () => {
    expect(named(await identity(), "nodes").outputs).to.deep.equal({
      nodePolicyArn: { $unknown: true },
      instanceProfileName: "fleet-instance",
      hostManagementRoleName: "fleet-host-management",
    });
  });

  it("lets a server write the output of its commands to its log group, and nothing else", () => {
    const group = "arn:aws-us-gov:logs:*:444444444444:log-group:/fleet/commands";
    expect(nodeStatements(ARGS)).to.deep.equal([
      { Sid: "FindLogGroup", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
      {
        Sid: "WriteCommandOutput",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: [group, `${group}:*`],
      },
    ]);
  });

  it("lets a server read its account's manifests where there are any, and nothing else of a bucket", () => {
    const [read, ...more] = nodeStatements({ ...ARGS, manifestBuckets: ["fleet-manifests-444444444444-*"] }).slice(2);
    expect(read).to.deep.equal({
      Sid: "ReadManifests",
      Effect: "Allow",
      Action: ["s3:GetObject"],
      Resource: ["arn:aws-us-gov:s3:::fleet-manifests-444444444444-*/manifests/*"],
    });
    expect(more).to.deep.equal([]);
  });
});
