import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { UNKNOWN, type Plain } from "../../plain";
import { at, isRecord, list, text } from "../../read";
import { AZURE_EXTENSION, AZURE_RUN_COMMAND } from "../../vocabulary";

export default defineRule({
  name: "registration-code-is-protected",
  concern: "hybrid",
  description: "On Azure an activation code is handed over only by protected settings or parameters.",
  why: "Settings and scripts of an extension or Run Command are shown to everybody who may read the machine. With the code anybody can register a machine under the role of your servers.",
  remediation: "Move the command to protectedSettings, or hand id and code to the script by protectedParameters.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.authenticators],
  source: "https://learn.microsoft.com/azure/virtual-machines/linux/run-command-managed",
  unless: "Never.",
  resource: [AZURE_EXTENSION, AZURE_RUN_COMMAND],
  needs: ["source.script"],
  // What is found is never shown: it may be the code itself.
  check: ({ props, type }) => {
    if (type === AZURE_EXTENSION) return openly(props["settings"], "settings");
    const script = text(at(props, "source.script")) ?? "";
    const inScript: readonly Finding[] = LITERAL_CODE.test(script)
      ? [{ at: "source.script", got: "an activation code in plain text", want: "a parameter that is protected" }]
      : [];
    const parameters = list(props["parameters"]).flatMap((parameter, index): readonly Finding[] => {
      const name = text(at(parameter, "name")) ?? "";
      return CODE_NAME.test(name)
        ? [{ at: `parameters.${index}`, got: `${name} among the open parameters`, want: "protectedParameters" }]
        : [];
    });
    return [...inScript, ...parameters];
  },
});

/** Registering with a code that is written out, and not the value of a variable. */
const LITERAL_CODE = /-(?:activation-)?code[\s=]+["']?(?![$%{])[A-Za-z0-9+/]{8,}/i;
const CODE_NAME = /code|secret|password|token/i;

function openly(value: Plain, path: string): readonly Finding[] {
  const want = "the same in protectedSettings";
  if (value === UNKNOWN) return [{ at: path, got: "a value not known before the update", want, undecided: true }];
  if (typeof value === "string") {
    return /-register\b|activation-?code/i.test(value)
      ? [{ at: path, got: "a command that registers with Systems Manager", want }]
      : [];
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) =>
      CODE_NAME.test(key)
        ? [{ at: `${path}.${key}`, got: "a secret's name among open settings", want }]
        : openly(item, `${path}.${key}`),
    );
  }
  return Array.isArray(value) ? list(value).flatMap((item, index) => openly(item, `${path}.${index}`)) : [];
}
