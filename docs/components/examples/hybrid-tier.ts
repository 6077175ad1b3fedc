import * as aws from "@pulumi/aws";
import { HybridTier } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

new HybridTier("tier", { region: "eu-west-1", account: "444444444444", partition: "aws" }, { providers: [prod] });
