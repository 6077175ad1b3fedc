import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory, fillOnce } from "./cache";
import { runTool } from "./tool";

/** The release of botocore whose service models judge what the stacks send to AWS. */
export const botocoreVersion = "1.44.5";

/** The services whose requests the stacks cause. */
export const modelledServices = [
  "ssm",
  "ram",
  "iam",
  "logs",
  "s3",
  "kms",
  "glue",
  "athena",
  "events",
  "scheduler",
  "sns",
  "stepfunctions",
  "organizations",
  "cloudwatch",
  "securityhub",
  "sts",
] as const;

/** A service with a model in the cache. */
export type ModelledService = (typeof modelledServices)[number];

/** Where the models lie: one `<service>.json` each. */
export const serviceModelDirectory = join(cacheDirectory, `botocore-${botocoreVersion}`);

const unpack = `
import gzip, sys, zipfile
wheel, out, services = sys.argv[1], sys.argv[2], sys.argv[3:]
with zipfile.ZipFile(wheel) as archive:
    for service in services:
        found = sorted(n for n in archive.namelist() if n.startswith(f"botocore/data/{service}/") and n.endswith("/service-2.json.gz"))
        with open(f"{out}/{service}.json", "wb") as target:
            target.write(gzip.decompress(archive.read(found[-1])))
`;

/** Fetches AWS's own service models by package name and pinned version, and keeps the few that are needed. */
export function serviceModels(say: (line: string) => void): void {
  if (modelledServices.every((service) => existsSync(join(serviceModelDirectory, `${service}.json`)))) return;
  say(`fetching AWS's service models: botocore ${botocoreVersion}`);
  rmSync(serviceModelDirectory, { recursive: true, force: true });
  const fix = "install Python 3 with pip, and let it reach a package index";
  fillOnce(serviceModelDirectory, (draft) => {
    const download = ["-m", "pip", "download", "--quiet", "--no-deps", "--disable-pip-version-check", "--dest", draft];
    runTool({ command: "python3", arguments: [...download, `botocore==${botocoreVersion}`], fix });
    const wheel = join(draft, `botocore-${botocoreVersion}-py3-none-any.whl`);
    runTool({ command: "python3", arguments: ["-c", unpack, wheel, draft, ...modelledServices], fix });
    rmSync(wheel);
  });
}
