import type { Control } from "./define-rule";

/** A control of NIST SP 800-53, revision 5. */
function nist(reference: string, specification: string): Control {
  return { name: "NIST SP 800-53", version: "Rev. 5", reference, specification };
}

/** A control of AWS Foundational Security Best Practices in Security Hub. */
function fsbp(reference: string, specification: string): Control {
  return { name: "AWS FSBP", version: "1.0.0", reference, specification };
}

/** A safeguard of the CIS Critical Security Controls, version 8.1. */
function cis(reference: string, specification: string): Control {
  return { name: "CIS Controls", version: "8.1", reference, specification };
}

/** The controls that rules of this pack serve. A rule names one only where complying truly helps to meet it. */
export const CONTROLS = {
  flawRemediation: nist("SI-2", "Flaw Remediation"),
  changeControl: nist("CM-3", "Configuration Change Control"),
  impactAnalysis: nist("CM-4", "Impact Analyses"),
  leastPrivilege: nist("AC-6", "Least Privilege"),
  accessEnforcement: nist("AC-3", "Access Enforcement"),
  auditRecords: nist("AU-12", "Audit Record Generation"),
  auditProtection: nist("AU-9", "Protection of Audit Information"),
  auditRetention: nist("AU-11", "Audit Record Retention"),
  monitoring: nist("SI-4", "System Monitoring"),
  inventory: nist("CM-8", "System Component Inventory"),
  unsupported: nist("SA-22", "Unsupported System Components"),
  authenticators: nist("IA-5", "Authenticator Management"),
  informationSharing: nist("AC-21", "Information Sharing"),
  vulnerabilityScanning: nist("RA-5", "Vulnerability Monitoring and Scanning"),
  ssmManaged: fsbp("SSM.1", "EC2 instances should be managed by AWS Systems Manager"),
  ssmPatchCompliance: fsbp(
    "SSM.2",
    "Managed EC2 instances should have a patch compliance status of COMPLIANT after a patch installation",
  ),
  ssmDocumentsPrivate: fsbp("SSM.4", "SSM documents should not be public"),
  ssmSharingBlocked: fsbp("SSM.7", "SSM documents should have the block public sharing setting enabled"),
  osPatching: cis("7.3", "Perform Automated Operating System Patch Management"),
  supportedSoftware: cis("2.2", "Ensure Authorized Software is Currently Supported"),
} as const;
