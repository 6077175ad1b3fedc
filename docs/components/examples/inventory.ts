import * as aws from "@pulumi/aws";
import { Inventory } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

for (const region of ["eu-west-1", "us-east-1"]) {
  new Inventory(region, { region, associationName: "patching-inventory", tags: {} }, { providers: [prod] });
}
