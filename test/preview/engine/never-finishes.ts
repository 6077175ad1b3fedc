import * as iam from "@pulumi/aws/iam";
import { failureOf, outputsOf, run } from "./running";

// A process of its own: only one with nothing else to do can tell that a program will never finish.
async function main(): Promise<void> {
  const waits = await run(async () => {
    await new Promise(() => {});
  });
  const waitsInside = await run(() => void new iam.Role("r", { assumeRolePolicy: new Promise<string>(() => {}) }));
  const after = await run(() => ({ fine: true }));
  process.stdout.write(JSON.stringify([failureOf(waits), failureOf(waitsInside), outputsOf(after)]));
}

void main();
