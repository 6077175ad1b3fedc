import { parse } from "yaml";
import { hasUnknown, isStructure, type Finding, type Properties } from "../../api/finding";
import { text } from "../kind";
import { automationActions, commandPlugins } from "./ssm-document-actions";

const mostBytes = 64 * 1024;

/**
 * What AWS refuses about a document's content: not JSON or YAML, more than 64 KB, an unknown schema version, steps without a
 * proper name, actions that do not exist, an iCalendar without its frame.
 */
export function documentFindings(inputs: Properties): Finding[] {
  const content = text(inputs, "content");
  if (content === "" || hasUnknown(inputs["content"])) return [];
  const findings: Finding[] = [];
  const report = (reason: string) => findings.push({ at: "content", reason: `InvalidDocumentContent: ${reason}` });
  if (Buffer.byteLength(content) > mostBytes) report(`the content has ${Buffer.byteLength(content)} bytes, more than 64 KB`);
  if (text(inputs, "documentType") === "ChangeCalendar") calendar(inputs, content, report);
  else steps(inputs, content, report);
  return findings;
}

/** The content as a structure, or undefined when it is none. */
export function parseContent(content: string, format: string): unknown {
  try {
    if (format === "YAML") return parse(content);
    return format === "TEXT" ? undefined : JSON.parse(content);
  } catch {
    return undefined;
  }
}

type Report = (reason: string) => void;

function steps(inputs: Properties, content: string, report: Report): void {
  const type = text(inputs, "documentType");
  const parsed = parseContent(content, text(inputs, "documentFormat"));
  if (!isStructure(parsed)) return report(`is not ${text(inputs, "documentFormat")}`);
  const versions: Readonly<Record<string, readonly string[]>> = { Automation: ["0.3"], Command: ["1.2", "2.0", "2.2"] };
  const version = text(parsed, "schemaVersion");
  const allowed = versions[type];
  if (allowed === undefined) return;
  if (!allowed.includes(version)) return report(`schemaVersion of ${type} is ${allowed.join(" or ")}, got '${version}'`);
  if (version === "1.2") return;
  const list = parsed["mainSteps"];
  if (!Array.isArray(list) || list.length === 0) return report("mainSteps is empty");
  const known = type === "Automation" ? automationActions : commandPlugins;
  const names = new Set<string>();
  for (const step of list) {
    if (!isStructure(step)) return report("a step is no structure");
    const name = text(step, "name");
    if (!/^[a-zA-Z0-9_]{3,128}$/u.test(name)) report(`'${name}' is no name of a step: letters, digits and _, 3 to 128`);
    if (names.has(name)) report(`two steps are called ${name}`);
    names.add(name);
    if (!known.includes(text(step, "action"))) report(`step ${name} has the unknown action '${text(step, "action")}'`);
    if (!isStructure(step["inputs"])) report(`step ${name} has no inputs`);
  }
}

function calendar(inputs: Properties, content: string, report: Report): void {
  if (text(inputs, "documentFormat") !== "TEXT") report("a change calendar has the format TEXT");
  for (const line of ["BEGIN:VCALENDAR", "PRODID:-//AWS//Change Calendar 1.0//EN", "VERSION:2.0", "END:VCALENDAR"]) {
    if (!content.split("\r\n").includes(line)) report(`a change calendar has the line ${line}, and lines end with CR LF`);
  }
  if (!/^X-CALENDAR-TYPE:DEFAULT_(?:OPEN|CLOSED)\r$/mu.test(content))
    report("a change calendar says X-CALENDAR-TYPE:DEFAULT_OPEN or DEFAULT_CLOSED");
}
