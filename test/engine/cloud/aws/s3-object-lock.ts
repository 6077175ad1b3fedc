import { isStructure, type Properties } from "../../api/finding";
import type { Call } from "../kind";
import { objectLockToken } from "./s3-tokens";

/** The default retention of a bucket of this place; undefined where it locks nothing. */
export function lockOf(call: Call, bucket: string): Properties | undefined {
  const rule = call.store.get(call.place, objectLockToken, bucket)?.inputs["rule"];
  const retention = isStructure(rule) ? rule["defaultRetention"] : undefined;
  return isStructure(retention) ? retention : undefined;
}
