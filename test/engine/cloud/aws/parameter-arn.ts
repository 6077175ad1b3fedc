import type { Call } from "../kind";
import type { Item } from "../store";
import { parameterToken } from "./ssm-tokens";

/** The parameter behind an ARN, in whichever account and region it lives. */
export function parameterByArn(call: Call, arn: string): Item | undefined {
  const [, region = "", account = "", name = ""] = /^arn:[^:]+:ssm:([^:]+):(\d{12}):parameter\/(.+)$/u.exec(arn) ?? [];
  const place = { account, region };
  return call.store.get(place, parameterToken, `/${name}`) ?? call.store.get(place, parameterToken, name);
}
