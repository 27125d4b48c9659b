"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.errorContent = errorContent;
const codeFrame_1 = require("./codeFrame");
const colours_1 = require("./colours");
const describe_1 = require("./describe");
const hints_1 = require("./hints");
/** Calls that are listed, and errors behind an error that are followed. */
const [CALLS, CAUSES] = [12, 5];
const inFunction = (name) => (name ? `, in ${name}` : "");
const lineAt = ({ lines }, line) => (0, describe_1.cut)((lines[line - 1] ?? "").trim(), 100);
/** A further call, in one line. */
function callLine(frame) {
    if (frame.kind === "library")
        return (0, colours_1.cyan)(`in ${frame.owner}: ${frame.name}`);
    if (frame.kind === "file") {
        return `${(0, colours_1.cyan)("called from")} ${frame.path}, ${(0, colours_1.green)(`line ${frame.at.line}`)}`;
    }
    const { cell, at } = frame;
    const place = (0, colours_1.green)(`${cell.label}, line ${at.line}`);
    return `${(0, colours_1.cyan)("called from")} ${place}: ${lineAt(cell, at.line)}`;
}
/** The innermost place that is the learner's own, with the source around it. */
function placeLines(frame) {
    if (frame.kind === "cell") {
        const { cell, at, name } = frame;
        const place = `${cell.label[0].toUpperCase()}${cell.label.slice(1)}, line ${at.line}`;
        return [(0, colours_1.cyan)(place + inFunction(name)), ...(0, codeFrame_1.codeFrame)(cell.lines, at)];
    }
    if (frame.kind === "file") {
        const { path, at, name } = frame;
        return [(0, colours_1.cyan)(`${path}, line ${at.line}, column ${at.column}${inFunction(name)}`)];
    }
    return [callLine(frame)];
}
/** Of the frames of one library in a row the outermost stays: what the learner called. */
function fold(frames) {
    return frames.filter((frame, i) => {
        const next = frames[i + 1];
        return !(frame.kind === "library" && next?.kind === "library" && next.owner === frame.owner);
    });
}
/** Lines for calls, the same call in a row (a recursion) counted; long lists cut. */
function callLines(frames) {
    const lines = [];
    for (const text of frames.map(callLine)) {
        const last = lines.at(-1);
        if (last?.text === text)
            last.times++;
        else
            lines.push({ text, times: 1 });
    }
    const shown = lines
        .slice(0, CALLS)
        .map(({ text, times }) => (times > 1 ? `${text} (${times} times)` : text));
    if (lines.length > CALLS)
        shown.push(`… and ${lines.length - CALLS} further calls`);
    return shown;
}
/** Where an error arose, and through which calls. */
function stackLines(frames) {
    const folded = fold(frames);
    const own = folded.findIndex((frame) => frame.kind !== "library");
    if (own < 0)
        return callLines(folded);
    const inner = callLines(folded.slice(0, own));
    return [...placeLines(folded[own]), ...inner, ...callLines(folded.slice(own + 1))];
}
/** An error's lines, and those of the errors behind it. */
function errorLines(thrown, stacks, seen, lead) {
    const { ename, evalue } = (0, describe_1.describeThrown)(thrown);
    const lines = [lead + (0, colours_1.red)(ename) + (evalue ? `: ${evalue}` : "")];
    if (!(0, describe_1.isError)(thrown)) {
        return [...lines, 'This is no Error: throw new Error("…") would say where it was thrown.'];
    }
    seen.add(thrown);
    const hint = (0, hints_1.hintFor)(thrown);
    if (hint)
        lines.push(hint);
    lines.push(...stackLines(stacks.framesOf(thrown)));
    return [...lines, ...behind(thrown, stacks, seen)];
}
/** The cause of an error, and the errors that an AggregateError gathers. */
function behind(error, stacks, seen) {
    const gathered = (0, describe_1.propertyOf)(error, "errors");
    const others = Array.isArray(gathered)
        ? gathered.map((other, i) => [`[${i + 1} of ${gathered.length}] `, other])
        : [];
    const cause = (0, describe_1.propertyOf)(error, "cause");
    if (cause !== undefined)
        others.push(["caused by ", cause]);
    return others.flatMap(([lead, other]) => {
        if (seen.size > CAUSES || ((0, describe_1.isObject)(other) && seen.has(other)))
            return [];
        return ["", ...errorLines(other, stacks, seen, lead)];
    });
}
/** The error of a cell as the client takes it. */
function errorContent(thrown, stacks) {
    const { ename, evalue } = (0, describe_1.describeThrown)(thrown);
    return { ename, evalue, traceback: errorLines(thrown, stacks, new Set(), "") };
}
