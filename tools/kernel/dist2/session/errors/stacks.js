"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.watchStacks = watchStacks;
/** `error.stack` names cells and their lines, and keeps the frames for our own tracebacks. */
const frames_1 = require("./frames");
const siteOf = (call) => ({
    // a cell goes by its sourceURL, which getFileName does not know
    file: call.getScriptNameOrSourceURL() ?? call.getFileName() ?? undefined,
    line: call.getLineNumber() ?? undefined,
    column: call.getColumnNumber() ?? undefined,
    name: nameOf(call),
});
function nameOf(call) {
    const name = call.getFunctionName();
    if (!name)
        return undefined;
    return call.isConstructor() ? `new ${name}` : name;
}
const head = (error) => {
    try {
        return Error.prototype.toString.call(error);
    }
    catch {
        return "Error";
    }
};
/** A line of a stack; a cell is named, with the place in its source. */
function lineOf(call, frame) {
    if (frame.kind !== "cell")
        return `\n    at ${call}`;
    const { cell, at, name } = frame;
    const place = `${cell.label}:${at.line}:${at.column}`;
    return `\n    at ${name ? `${name} (${place})` : place}`;
}
/** How many calls the engine keeps: those through cells lie below the library's. */
const DEPTH = 64;
/** Has the engine describe stacks through us from now on. */
function watchStacks(sources, folders) {
    const kept = new WeakMap();
    Error.stackTraceLimit = DEPTH;
    Error.prepareStackTrace = (error, calls) => {
        const frames = [];
        let text = head(error);
        for (const call of calls) {
            const frame = (0, frames_1.frameOf)(siteOf(call), sources, folders);
            if (!frame)
                continue;
            frames.push(frame);
            text += lineOf(call, frame);
        }
        kept.set(error, frames);
        return text;
    };
    return {
        framesOf(error) {
            try {
                void error.stack; // the engine describes a stack when it is first asked
            }
            catch {
                // a stack that cannot be read
            }
            return kept.get(error) ?? [];
        },
    };
}
