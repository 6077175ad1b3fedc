"use strict";
// Where Pulumi begins. Old resources must never be applied, so a missing or stale build is refused first, in one line.
const path = require("node:path");
const { RunError } = require("@pulumi/pulumi");
const { complaint } = require("../tools/build-stamp");

const found = complaint(path.dirname(__dirname));
// Without a stack: see stacks/error-stacks.ts.
if (found) throw Object.assign(new RunError(found), { stack: undefined });
module.exports = require("../dist/stacks/index.js");
