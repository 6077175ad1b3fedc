#!/usr/bin/env node
"use strict";
const path = require("node:path");
const { complaint } = require("../tools/build-stamp");

const found = complaint(path.dirname(__dirname));
if (found) {
  process.stderr.write(`error ${found}\n`);
  process.exitCode = 1;
} else {
  require("../dist/cli/index.js");
}
