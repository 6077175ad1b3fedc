import type { EnforcementLevel, Policies, PolicyPackConfig } from "@pulumi/policy";

/** A policy pack's rules, without the server that a real pack starts. */
export interface PolicyPack {
  /** As in the pack's own `new PolicyPack(name, …)`; it stands in some of its messages. */
  readonly name: string;
  readonly version: string;
  readonly policies: Policies;
  /** The level of rules that set none. @default "advisory" */
  readonly enforcementLevel?: EnforcementLevel;
  /** The configuration that the pack gives itself. */
  readonly initialConfig?: PolicyPackConfig;
}
