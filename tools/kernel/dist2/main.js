"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
/** The kernel's entry: `node main.js kernel --config-path FILE`, as kernel.json has Jupyter call it. */
const node_util_1 = require("node:util");
const threads_1 = require("./threads");
const { values } = (0, node_util_1.parseArgs)({
    options: { "config-path": { type: "string" } },
    allowPositionals: true,
});
const file = values["config-path"];
if (!file) {
    console.error("usage: node main.js kernel --config-path CONNECTION_FILE");
    process.exit(2);
}
// The other threads first: they start while the session's code loads.
const start = (0, threads_1.startThreads)(file);
const session = require("./session/main");
session.start(start);
