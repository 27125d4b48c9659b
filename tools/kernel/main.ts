/** The kernel's entry: `node main.js kernel --config-path FILE`, as kernel.json has Jupyter call it. */
import { parseArgs } from "node:util";
import { startThreads } from "./threads";

const { values } = parseArgs({
  options: { "config-path": { type: "string" } },
  allowPositionals: true,
});
const file = values["config-path"];
if (!file) {
  console.error("usage: node main.js kernel --config-path CONNECTION_FILE");
  process.exit(2);
}
// The other threads first: they start while the session's code loads.
const start = startThreads(file);
const session: typeof import("./session/main") = require("./session/main");
session.start(start);
