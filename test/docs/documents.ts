import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

/** The project's root. */
export const ROOT = path.resolve(__dirname, "..", "..", "..");

/** A page of the documentation. */
export interface Page {
  /** Its path from the project's root. */
  readonly file: string;
  readonly text: string;
}

/** Every page that people read: the README, the changes, and all below docs/ and examples/. */
export function pages(): Page[] {
  const below = ["docs", "examples"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
  );
  return ["README.md", "CHANGELOG.md", ...below.filter((name) => name.endsWith(".md"))].map((file) => ({
    file,
    text: readFileSync(path.join(ROOT, file), "utf8"),
  }));
}

/** A page without its blocks of code, in which brackets mean other things. */
export function prose(text: string): string {
  return text.replaceAll(/^ *```[\s\S]*?^ *```/gmu, "").replaceAll(/`[^`\n]*`/gu, "code");
}

/** Headings as the anchors that a reader's browser knows them by. */
export function anchors(text: string): string[] {
  const headings = text.replaceAll(/^ *```[\s\S]*?^ *```/gmu, "").match(/^#+ .*$/gmu) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /u, "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
