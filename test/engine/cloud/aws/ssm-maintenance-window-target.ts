import { providerOwn } from "../../api/mapping";
import { text, uuid, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { windowTargetToken, windowToken } from "./ssm-tokens";

/** Where a window's tasks run. */
export const maintenanceWindowTarget: Kind = {
  token: windowTargetToken,
  scope: "regional",
  requests: [
    {
      service: "ssm",
      operation: "RegisterTargetWithMaintenanceWindow",
      mapping: {
        ...providerOwn,
        description: "Description",
        name: "Name",
        ownerInformation: "OwnerInformation",
        resourceType: "ResourceType",
        targets: { to: "Targets", items: { key: "Key", values: "Values" } },
        windowId: "WindowId",
      },
    },
  ],
  replaceOn: ["windowId", "resourceType", "region"],
  computed: [],
  create(call) {
    requireWindow(call, "100 targets", windowTargetToken, 100);
    return { id: uuid(call), outputs: {} };
  },
};

/** Refuses what is to be registered with a window that is not there, or that is full. */
export function requireWindow(call: Call, limit: string, token: string, most: number): void {
  const windowId = text(call.inputs, "windowId");
  if (call.store.get(call.place, windowToken, windowId) === undefined) {
    throw new Refusal("DoesNotExistException", `Maintenance window ${windowId} does not exist`);
  }
  if (call.store.list(call.place, token).filter((item) => item.inputs["windowId"] === windowId).length >= most) {
    throw new Refusal("ResourceLimitExceededException", `Maintenance window ${windowId} has ${limit}`);
  }
}
