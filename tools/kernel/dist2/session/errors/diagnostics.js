"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.refusal = refusal;
const codeFrame_1 = require("./codeFrame");
const colours_1 = require("./colours");
const nameOf = ({ category }) => category === "syntax" ? "SyntaxError" : "TypeError";
/** How much of the first line is underlined. */
function lengthOf({ line, character, endLine, endCharacter }) {
    return endLine === line ? endCharacter - character : Number.POSITIVE_INFINITY;
}
function diagnosticLines(diagnostic, label, lines) {
    const { line, character, message, code, file } = diagnostic;
    const number = code > 0 ? ` (TypeScript ${code})` : "";
    const what = `${(0, colours_1.red)(nameOf(diagnostic))}: ${message}`;
    const place = file ?? `${label[0].toUpperCase()}${label.slice(1)}`;
    const where = `${(0, colours_1.cyan)(place)}, ${(0, colours_1.green)(`line ${line + 1}, column ${character + 1}`)}${number}`;
    if (file !== undefined)
        return [what, where];
    const at = { line: line + 1, column: character + 1 };
    return [what, where, ...(0, codeFrame_1.codeFrame)(lines, at, lengthOf(diagnostic))];
}
/**
 * The error of a cell that must not run.
 *
 * @param label - The cell's name, "cell 4".
 */
function refusal(diagnostics, code, label) {
    const first = diagnostics[0];
    const more = diagnostics.length - 1;
    const lines = code.split(/\r?\n/);
    return {
        ename: nameOf(first),
        evalue: first.message + (more > 0 ? ` (and ${more} more)` : ""),
        traceback: [
            ...diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, label, lines)),
            "Nothing of the cell ran.",
        ],
    };
}
