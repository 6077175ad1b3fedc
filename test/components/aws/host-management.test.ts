import { expect } from "chai";
import { HostManagement, serviceSettingArn } from "../../../components/aws";
import { componentShape, previewed, shapes } from "../../support/component-run";

describe("HostManagement", () => {
  it("gives instances without a profile a role, by a setting named by its full ARN", async () => {
    const args = { region: "us-gov-west-1", account: "222222222222", partition: "aws-us-gov", roleName: "fleet-host-management" };
    const result = await previewed((opts) => {
      new HostManagement("hosts", args, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("HostManagement", "hosts"),
      {
        type: "aws.ssm.ServiceSetting",
        name: "hosts-setting",
        parent: "hosts",
        inputs: {
          region: "us-gov-west-1",
          settingId:
            "arn:aws-us-gov:ssm:us-gov-west-1:222222222222:servicesetting/ssm/managed-instance/default-ec2-instance-management-role",
          settingValue: "service-role/fleet-host-management",
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
  });
});

describe("serviceSettingArn", () => {
  it("holds partition, region and account", () => {
    expect(serviceSettingArn({ partition: "aws-cn", region: "cn-north-1", account: "222222222222" }, "activation-tier")).to.equal(
      "arn:aws-cn:ssm:cn-north-1:222222222222:servicesetting/ssm/managed-instance/activation-tier",
    );
  });
});
