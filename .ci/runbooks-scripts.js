"use strict";
// Writes the scripts that runbooks and registrations carry into a folder, one file each, as they would reach their machine.
const { mkdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const build = (file) => require(path.join(__dirname, "..", "dist", "components", file));
const { GATE_SCRIPT } = build("aws/runbooks/gate");
const { CANCEL_SCRIPT, COUNT_SCRIPT, RECONCILE_SCRIPT } = build("aws/runbooks/commands");
const { COMPARE_SCRIPT } = build("aws/runbooks/compare");
const { RECORD_SCRIPT } = build("aws/runbooks/record");
const { LINUX_RESTART, WINDOWS_RESTART } = build("aws/runbooks/restart-servers");
const { WAITING_SCRIPT } = build("aws/runbooks/waiting");
const { LINUX_SCRIPT, MACOS_SCRIPT, WINDOWS_SCRIPT } = build("aws/runbooks/updaters-off");
const registration = build("aws/registration-scripts");
const { registrationScript } = build("azure/registration-script");

const values = { region: "eu-west-1", activationId: "1234abcd", activationCode: "hush" };
const azure = (system, register, updatersOff) => registrationScript({ system, register, updatersOff });

// As Systems Manager fills it in.
const restart = (script) => script.replaceAll("{{ Run }}", "fe4576d1-e7f9-4e29-9a67-3ecc06573b32");

const scripts = {
  "gate.py": GATE_SCRIPT,
  "cancel.py": CANCEL_SCRIPT,
  "count.py": COUNT_SCRIPT,
  "reconcile.py": RECONCILE_SCRIPT,
  "compare.py": COMPARE_SCRIPT,
  "waiting.py": WAITING_SCRIPT,
  "record.py": RECORD_SCRIPT,
  "restart-linux.sh": restart(LINUX_RESTART),
  "restart-windows.ps1": restart(WINDOWS_RESTART),
  "updaters-off-linux.sh": LINUX_SCRIPT,
  "updaters-off-macos.sh": MACOS_SCRIPT,
  "register-linux.sh": registration.linuxRegistration(values),
  "register-linux-china.sh": registration.linuxRegistration({ ...values, region: "cn-north-1" }),
  "register-azure-linux.sh": azure("linux", registration.LINUX_REGISTER, LINUX_SCRIPT),
  "updaters-off-windows.ps1": WINDOWS_SCRIPT,
  "register-windows.ps1": registration.windowsRegistration(values),
  "register-azure-windows.ps1": azure("windows", registration.WINDOWS_REGISTER, WINDOWS_SCRIPT),
};

const [, , folder] = process.argv;
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(scripts)) writeFileSync(path.join(folder, name), text, { mode: 0o755 });
// What the gate's twin says of cases of chance: the gate's Python must say the same.
const { randomGateCases } = require(path.join(__dirname, "..", "dist", "test", "support", "random-gate-cases"));
writeFileSync(path.join(folder, "gate-chance.json"), JSON.stringify(randomGateCases(2000)));
