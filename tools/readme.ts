import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { between } from "./markers";

/** The instant of the README's preview: what it shows is the same on any day. */
const AS_OF = "2026-11-21T08:00:00Z";

/** The three mistakes of shape, and how each is mended: what is left are those of meaning. */
const MENDED = [
  ["id: 111111111111", 'id: "111111111111"'],
  [", delay: 7 days", ""],
  ["concurency", "concurrency"],
] as const;

/** What a person sees who types `npx fleet` with these words; both streams, the errors last. */
function fleet(root: string, folder: string, ...words: readonly string[]): string {
  const main = path.join(root, "cli", "main.js");
  const run = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  return `${run.stdout}${run.stderr}`.trimEnd();
}

function block(command: string, text: string, language = "text"): string {
  return `\`\`\`${language}\n${command === "" ? "" : `$ ${command}\n`}${text}\n\`\`\``;
}

/** What `fleet check` says of a text, as of a file of one's own. */
function checked(root: string, text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-"));
  writeFileSync(path.join(folder, "fleet.yaml"), text);
  const said = fleet(root, folder, "check");
  rmSync(folder, { recursive: true });
  return block("npx fleet check", said);
}

/** The README as it is, and as the command's own output makes it. */
export function readme(root: string): { readonly is: string; readonly wanted: string } {
  const read = (...parts: readonly string[]) => readFileSync(path.join(root, ...parts), "utf8");
  const is = read("README.md");
  const shown = `preview examples/reference/fleet.yaml --stack prod --as-of ${AS_OF}`;
  const mistakes = read("docs", "five-mistakes.yaml");
  const small = read("examples", "development-sundays", "fleet.yaml");
  const parts: [marker: string, text: string][] = [
    ["preview", block(`npx fleet ${shown}`, fleet(root, root, ...shown.split(" ")))],
    ["ten-lines", block("", small.replaceAll(/^#.*\n/gmu, "").trimEnd(), "yaml")],
    ["shape", checked(root, mistakes)],
    [
      "meaning",
      checked(
        root,
        MENDED.reduce((text, [wrong, right]) => text.replace(wrong, right), mistakes),
      ),
    ],
  ];
  return { is, wanted: parts.reduce((text, [marker, part]) => between(text, marker, part), is) };
}

// Run by hand when what the command prints has changed: node dist/tools/readme.js
if (require.main === module) {
  const root = path.resolve(__dirname, "..", "..");
  writeFileSync(path.join(root, "README.md"), readme(root).wanted);
}
