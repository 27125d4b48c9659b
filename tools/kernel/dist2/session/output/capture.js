"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.captureStreams = captureStreams;
exports.captureTslab = captureTslab;
exports.refuseExit = refuseExit;
/** Takes what the learner's code writes to the process to the cell it belongs to. */
const node_module_1 = require("node:module");
const node_string_decoder_1 = require("node:string_decoder");
const run_1 = require("../run/run");
/** A `write` for a stream of the process; bytes may end in the middle of a letter. */
function writer(write) {
    const decoder = new node_string_decoder_1.StringDecoder("utf8");
    return (chunk, encoding, done) => {
        const isPlain = typeof chunk === "string" && !(encoding === "hex" || encoding === "base64");
        write(isPlain ? chunk : decoder.write(Buffer.from(chunk, encoding)));
        const finished = typeof encoding === "function" ? encoding : done;
        if (finished)
            process.nextTick(finished);
        return true;
    };
}
/** Sends what is written to stdout and stderr to the cells. */
function captureStreams(output) {
    process.stdout.write = writer((text) => output.stream("stdout", text));
    process.stderr.write = writer((text) => output.stream("stderr", text));
}
/**
 * Stands in for `tslab/dist/jupyter`, whose `lastWriteDisplayData` is where tslab's own
 * `display` and libraries written for tslab send what they show.
 */
function captureTslab(output) {
    const path = require.resolve("tslab/dist/jupyter");
    const standIn = new node_module_1.Module(path);
    standIn.loaded = true;
    standIn.exports = {
        lastWriteDisplayData({ data, metadata, transient }, update) {
            output.display(data, { displayId: transient.display_id, update, metadata });
        },
    };
    require.cache[path] = standIn;
}
/** A cell cannot end the kernel by accident. */
function refuseExit() {
    const exit = process.exit;
    process.exit = (code) => {
        if ((0, run_1.enclosingRun)() === undefined)
            return exit(code);
        throw new Error("process.exit would end the kernel with all its values; to begin afresh, restart the kernel");
    };
}
