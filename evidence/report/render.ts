import type { Report } from "./report";
import { RequestError } from "./request";

interface Renderers {
  readonly renderHtml?: (report: Report) => Promise<string>;
  readonly renderMarkdown?: (report: Report) => string;
}

/** Charts are heavy: their libraries are loaded only when a report is drawn. */
async function renderers(file: string): Promise<Renderers> {
  try {
    return await import(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return {};
    throw error;
  }
}

/** Draws a report as a page, or as Markdown. */
export async function render(report: Report, format: "html" | "md"): Promise<string> {
  const { renderHtml, renderMarkdown } = await renderers(format === "html" ? "./html.js" : "./markdown.js");
  if (format === "html" && renderHtml) return renderHtml(report);
  if (format === "md" && renderMarkdown) return renderMarkdown(report);
  throw new RequestError(`--format ${format} is not there yet: choose csv, json or parquet`);
}
