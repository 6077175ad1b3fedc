import * as aws from "@pulumi/aws";
import { PatchFindings } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

new PatchFindings("findings", { region: "eu-west-1", partition: "aws" }, { providers: [central] });
