"use strict";
// Whether the build is that of the sources. Plain JavaScript, because it must run when there is no build.
const { createHash } = require("node:crypto");
const { existsSync, readFileSync, readdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const FOLDERS = ["fleet", "components", "stacks", "preview", "evidence", "review", "run", "simulator", "cli"];
const STAMP = path.join("dist", "build-stamp");

/** Every TypeScript source below a folder, sorted. */
function sources(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

function digest(root) {
  const hash = createHash("sha256");
  for (const folder of FOLDERS) {
    for (const file of sources(path.join(root, folder))) {
      hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/** Writes down what the build was made of. */
function write(root) {
  writeFileSync(path.join(root, STAMP), digest(root));
}

/** Null when the build is that of the sources, else one line that says what to do. A package without sources is always right. */
function complaint(root) {
  if (!existsSync(path.join(root, "fleet", "plan.ts"))) return null;
  const stamp = path.join(root, STAMP);
  if (!existsSync(stamp)) return "there is no build yet: run `npm ci`, or `npm run build`";
  return readFileSync(stamp, "utf8") === digest(root) ? null : "the build is older than its sources: run `npm run build`";
}

module.exports = { complaint };
if (require.main === module) write(path.dirname(__dirname));
