/* oxlint-disable no-restricted-imports -- ./evidence is a folder of rules, not the program that keeps the record */
import type { Rule } from "../define-rule";
import approvalDateIsRecent from "./baseline/approval-date-is-recent";
import approvalHasOneDate from "./baseline/approval-has-one-date";
import baselineApprovesByRule from "./baseline/baseline-approves-by-rule";
import baselineFilterValuesExist from "./baseline/baseline-filter-values-exist";
import baselineFiltersFitSystem from "./baseline/baseline-filters-fit-system";
import baselineOptionsFitSystem from "./baseline/baseline-options-fit-system";
import delayIsNotTooLong from "./baseline/delay-is-not-too-long";
import delayOnlyWhereItWorks from "./baseline/delay-only-where-it-works";
import eachSystemHasOwnDefaultBaseline from "./baseline/each-system-has-own-default-baseline";
import endedSystemIsAcknowledged from "./baseline/ended-system-is-acknowledged";
import environmentsHaveOwnBaselines from "./baseline/environments-have-own-baselines";
import kernelIsNotPatchedBlind from "./baseline/kernel-is-not-patched-blind";
import oneBaselinePerGroupAndSystem from "./baseline/one-baseline-per-group-and-system";
import patchNamesFitSystem from "./baseline/patch-names-fit-system";
import patchSourceHoldsNoSecret from "./baseline/patch-source-holds-no-secret";
import registrationDeletesBeforeReplace from "./baseline/registration-deletes-before-replace";
import rejectionHasOwnerAndExpiry from "./baseline/rejection-has-owner-and-expiry";
import rejectionIsNotExpired from "./baseline/rejection-is-not-expired";
import dataSyncIsPresent from "./evidence/data-sync-is-present";
import dataSyncIsRight from "./evidence/data-sync-is-right";
import eventPatternCanMatch from "./evidence/event-pattern-can-match";
import evidenceBucketIsEncrypted from "./evidence/evidence-bucket-is-encrypted";
import evidenceBucketIsPrivate from "./evidence/evidence-bucket-is-private";
import evidenceBucketIsVersioned from "./evidence/evidence-bucket-is-versioned";
import evidencePolicyIsBounded from "./evidence/evidence-policy-is-bounded";
import failureAlertIsPresent from "./evidence/failure-alert-is-present";
import inventoryIsGatheredOnce from "./evidence/inventory-is-gathered-once";
import outputIsKept from "./evidence/output-is-kept";
import outputLogIsRetained from "./evidence/output-log-is-retained";
import activationCodeIsSecret from "./hybrid/activation-code-is-secret";
import activationEndsWithin30Days from "./hybrid/activation-ends-within-30-days";
import activationHasLimit from "./hybrid/activation-has-limit";
import activationNamesItsGroup from "./hybrid/activation-names-its-group";
import azureDoesNotPatchToo from "./hybrid/azure-does-not-patch-too";
import hybridTierFitsTheCount from "./hybrid/hybrid-tier-fits-the-count";
import registrationCodeIsProtected from "./hybrid/registration-code-is-protected";
import noBroadManagedPolicies from "./identity/no-broad-managed-policies";
import noSsmWildcard from "./identity/no-ssm-wildcard";
import nodeRoleCanWriteOutput from "./identity/node-role-can-write-output";
import nodeRoleHasNothingMore from "./identity/node-role-has-nothing-more";
import passRoleIsBounded from "./identity/pass-role-is-bounded";
import providerNamesItsAccount from "./identity/provider-names-its-account";
import sendCommandIsBounded from "./identity/send-command-is-bounded";
import taskHasOwnRole from "./identity/task-has-own-role";
import trustIsBoundedByAccount from "./identity/trust-is-bounded-by-account";
import associationDoesNotInstall from "./install/association-does-not-install";
import baselineOverrideIsNotUsed from "./install/baseline-override-is-not-used";
import concurrencyAndErrorsAreBounded from "./install/concurrency-and-errors-are-bounded";
import everyNodeIsScanned from "./install/every-node-is-scanned";
import failedInstallFailsTheRun from "./install/failed-install-fails-the-run";
import freezeCalendarExists from "./install/freeze-calendar-exists";
import freezeCalendarIsValid from "./install/freeze-calendar-is-valid";
import installHasTimeLimits from "./install/install-has-time-limits";
import installIsFollowedByScan from "./install/install-is-followed-by-scan";
import installRunsThroughGuardedRunbook from "./install/install-runs-through-guarded-runbook";
import installWaitsForCalendar from "./install/install-waits-for-calendar";
import legacyPatchDocumentsAreNotUsed from "./install/legacy-patch-documents-are-not-used";
import ownUpdatersAreOff from "./install/own-updaters-are-off";
import packagesAreNotUpdatedByHand from "./install/packages-are-not-updated-by-hand";
import prodMustScanBeforeInstall from "./install/prod-must-scan-before-install";
import quickSetupDoesNotPatch from "./install/quick-setup-does-not-patch";
import rebootOptionIsStated from "./install/reboot-option-is-stated";
import restartRunsThroughGuardedRunbook from "./install/restart-runs-through-guarded-runbook";
import restartWaitsForCalendar from "./install/restart-waits-for-calendar";
import runbookBranchesHaveDefault from "./install/runbook-branches-have-default";
import taskDoesWhatItSays from "./install/task-does-what-it-says";
import taskRatesFitTargets from "./install/task-rates-fit-targets";
import windowTasksCanBeRead from "./install/window-tasks-can-be-read";
import manifestBucketIsWriteOnce from "./review/manifest-bucket-is-write-once";
import manifestIsNamedByItsDigest from "./review/manifest-is-named-by-its-digest";
import manifestIsPrivate from "./review/manifest-is-private";
import reviewGroupHasNoStandingInstall from "./review/review-group-has-no-standing-install";
import reviewInstallWaitsForApproval from "./review/review-install-waits-for-approval";
import reviewInstallsFromApprovedList from "./review/review-installs-from-approved-list";
import reviewRestartWaitsForApproval from "./review/review-restart-waits-for-approval";
import sensitiveGroupsUseNoreboot from "./review/sensitive-groups-use-noreboot";
import installAsksForRelease from "./ring/install-asks-for-release";
import installServesOneEnvironment from "./ring/install-serves-one-environment";
import installTargetsGroupByTag from "./ring/install-targets-group-by-tag";
import restartAsksForRelease from "./ring/restart-asks-for-release";
import ringsKeepTheirOrder from "./ring/rings-keep-their-order";
import targetGroupsAreKnown from "./ring/target-groups-are-known";
import targetsUseOneTagKey from "./ring/targets-use-one-tag-key";
import associationScheduleIsValid from "./schedule/association-schedule-is-valid";
import atMostFiveWindowsOpen from "./schedule/at-most-five-windows-open";
import oneOffWindowEnds from "./schedule/one-off-window-ends";
import patchTasksRunOneAfterAnother from "./schedule/patch-tasks-run-one-after-another";
import windowHasCutoff from "./schedule/window-has-cutoff";
import windowHasZone from "./schedule/window-has-zone";
import windowScheduleIsValid from "./schedule/window-schedule-is-valid";
import windowStartsOnceADay from "./schedule/window-starts-once-a-day";
import windowsOfAGroupDoNotOverlap from "./schedule/windows-of-a-group-do-not-overlap";
import documentsAreNotPublic from "./sharing/documents-are-not-public";
import onlyParametersAreShared from "./sharing/only-parameters-are-shared";
import sharePrincipalIsKnown from "./sharing/share-principal-is-known";
import shareStaysInside from "./sharing/share-stays-inside";
import sharedParameterIsAdvanced from "./sharing/shared-parameter-is-advanced";
import instanceNamesItsGroup from "./tagging/instance-names-its-group";
import patchResourcesAreTagged from "./tagging/patch-resources-are-tagged";
import tagKeyFitsInstanceMetadata from "./tagging/tag-key-fits-instance-metadata";

/** All rules of the pack, by concern. */
export const rules: readonly Rule[] = [
  associationScheduleIsValid,
  atMostFiveWindowsOpen,
  oneOffWindowEnds,
  patchTasksRunOneAfterAnother,
  windowHasCutoff,
  windowHasZone,
  windowScheduleIsValid,
  windowStartsOnceADay,
  windowsOfAGroupDoNotOverlap,
  approvalDateIsRecent,
  approvalHasOneDate,
  baselineApprovesByRule,
  baselineFilterValuesExist,
  baselineFiltersFitSystem,
  baselineOptionsFitSystem,
  delayIsNotTooLong,
  delayOnlyWhereItWorks,
  eachSystemHasOwnDefaultBaseline,
  endedSystemIsAcknowledged,
  environmentsHaveOwnBaselines,
  kernelIsNotPatchedBlind,
  oneBaselinePerGroupAndSystem,
  patchNamesFitSystem,
  patchSourceHoldsNoSecret,
  registrationDeletesBeforeReplace,
  rejectionHasOwnerAndExpiry,
  rejectionIsNotExpired,
  associationDoesNotInstall,
  baselineOverrideIsNotUsed,
  concurrencyAndErrorsAreBounded,
  everyNodeIsScanned,
  failedInstallFailsTheRun,
  freezeCalendarExists,
  freezeCalendarIsValid,
  installHasTimeLimits,
  installIsFollowedByScan,
  installRunsThroughGuardedRunbook,
  installWaitsForCalendar,
  legacyPatchDocumentsAreNotUsed,
  ownUpdatersAreOff,
  packagesAreNotUpdatedByHand,
  prodMustScanBeforeInstall,
  quickSetupDoesNotPatch,
  rebootOptionIsStated,
  restartRunsThroughGuardedRunbook,
  restartWaitsForCalendar,
  runbookBranchesHaveDefault,
  taskDoesWhatItSays,
  taskRatesFitTargets,
  windowTasksCanBeRead,
  installAsksForRelease,
  installServesOneEnvironment,
  installTargetsGroupByTag,
  restartAsksForRelease,
  ringsKeepTheirOrder,
  targetGroupsAreKnown,
  targetsUseOneTagKey,
  manifestBucketIsWriteOnce,
  manifestIsNamedByItsDigest,
  manifestIsPrivate,
  reviewGroupHasNoStandingInstall,
  reviewInstallWaitsForApproval,
  reviewInstallsFromApprovedList,
  reviewRestartWaitsForApproval,
  sensitiveGroupsUseNoreboot,
  activationCodeIsSecret,
  activationEndsWithin30Days,
  activationHasLimit,
  activationNamesItsGroup,
  azureDoesNotPatchToo,
  hybridTierFitsTheCount,
  registrationCodeIsProtected,
  noBroadManagedPolicies,
  noSsmWildcard,
  nodeRoleCanWriteOutput,
  nodeRoleHasNothingMore,
  passRoleIsBounded,
  providerNamesItsAccount,
  sendCommandIsBounded,
  taskHasOwnRole,
  trustIsBoundedByAccount,
  dataSyncIsPresent,
  dataSyncIsRight,
  eventPatternCanMatch,
  evidenceBucketIsEncrypted,
  evidenceBucketIsPrivate,
  evidenceBucketIsVersioned,
  evidencePolicyIsBounded,
  failureAlertIsPresent,
  inventoryIsGatheredOnce,
  outputIsKept,
  outputLogIsRetained,
  documentsAreNotPublic,
  onlyParametersAreShared,
  sharePrincipalIsKnown,
  shareStaysInside,
  sharedParameterIsAdvanced,
  instanceNamesItsGroup,
  patchResourcesAreTagged,
  tagKeyFitsInstanceMetadata,
];
