"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.log = log;
/** The kernel's own log, on the process's standard error: where the client that started it shows it. */
const node_fs_1 = require("node:fs");
/** Written at once and not through the main thread, which may be busy. */
function log(message) {
    try {
        (0, node_fs_1.writeSync)(2, `[kernel] ${message}\n`);
    }
    catch {
        // nobody listens any more
    }
}
