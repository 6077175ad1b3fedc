import { ENDED, ENDING, type Ended } from "../fleet/ended";
import type { EndedSystem } from "./sql/inputs";

/** Whole systems as the agents tell them: the first Amazon Linux calls itself another name than the second. */
const WHOLE: Readonly<Record<string, Pick<EndedSystem, "platform" | "version">>> = {
  AMAZON_LINUX: { platform: "AmazonLinuxAMI", version: "" },
  AMAZON_LINUX_2: { platform: "AmazonLinux", version: "2" },
};

function systemOf({ name, on }: Ended): EndedSystem[] {
  const whole = WHOLE[name];
  if (whole) return [{ ...whole, on }];
  const [, platform, version] = /^(\D+?) ?(\d\S*)$/u.exec(name) ?? [];
  return platform !== undefined && version !== undefined ? [{ platform, version, on }] : [];
}

/** The systems that have ended or whose end is known, as the evidence names them. */
export function endedSystems(): EndedSystem[] {
  return [...ENDED, ...ENDING].flatMap(systemOf);
}
