import * as aws from "@pulumi/aws";
import * as azure from "@pulumi/azure-native";
import { HybridActivation, LINUX_REGISTER } from "fleet-patching/components/aws";
import { MachineRegistration, registrationScript } from "fleet-patching/components/azure";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });
const subscription = new azure.Provider("azure", { subscriptionId: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0" });

const activation = new HybridActivation(
  "azure-linux",
  {
    region: "eu-west-1",
    account: "444444444444",
    partition: "aws",
    roleName: "patching-azure-linux",
    nodePolicyArn: "arn:aws:iam::444444444444:policy/patching-node",
    tagKey: "PatchGroup",
    group: "web",
    expires: "2026-12-14T00:00:00Z",
    limit: 2,
    tags: {},
  },
  { providers: [prod] },
);

const script = registrationScript({
  system: "linux",
  register: LINUX_REGISTER,
  updatersOff: "systemctl disable --now apt-daily.timer apt-daily-upgrade.timer\n",
});

for (const machine of ["app-01", "app-02"]) {
  new MachineRegistration(
    machine,
    {
      machine,
      resourceGroup: "prod-app",
      location: "westeurope",
      script,
      region: "eu-west-1",
      activationId: activation.activationId,
      activationCode: activation.activationCode,
      tags: {},
    },
    { providers: [subscription] },
  );
}
