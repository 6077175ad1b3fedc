import { PolicyPack } from "@pulumi/policy";
import { name, policies } from "./policies";

new PolicyPack(name, {
  displayName: "Fleet patching",
  description: "Patching rules that judge any program, in preview.",
  tags: ["patching", "aws", "azure"],
  provider: "aws",
  policies,
});
