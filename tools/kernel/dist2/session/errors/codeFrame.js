"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.codeFrame = codeFrame;
/** A few lines of source with the place of an error marked. */
const colours_1 = require("./colours");
/** Lines shown before and after. */
const AROUND = 2;
/** Characters of a line that are shown; a longer one is cut around the mark. */
const WIDTH = 120;
/** The part of a long line to show, from which column on. */
function windowOf(line, column) {
    if (line.length <= WIDTH)
        return { text: line, from: 0 };
    const from = Math.max(0, Math.min(column - WIDTH / 2, line.length - WIDTH));
    const text = line.slice(from, from + WIDTH);
    return {
        text: `${from > 0 ? "…" : ""}${text}${from + WIDTH < line.length ? "…" : ""}`,
        from: from > 0 ? from - 1 : 0,
    };
}
/** Blanks as wide as the text before the mark: tabs stay tabs. */
const blanks = (before) => before.replace(/[^\t]/gu, " ");
/**
 * @param at - What is marked.
 * @param length - How many characters are underlined, on that line.
 */
function codeFrame(lines, at, length = 1) {
    const first = Math.max(1, at.line - AROUND);
    const last = Math.min(lines.length, at.line + AROUND);
    const digits = String(last).length;
    const out = [];
    for (let n = first; n <= last; n++) {
        const source = lines[n - 1] ?? "";
        const { text, from } = windowOf(source, n === at.line ? at.column - 1 : 0);
        const number = String(n).padStart(digits);
        if (n !== at.line) {
            out.push(`      ${(0, colours_1.green)(number)} ${text}`.trimEnd());
            continue;
        }
        const marked = Math.max(1, Math.min(length, source.length - at.column + 1, WIDTH));
        const before = blanks(text.slice(0, at.column - 1 - from));
        out.push(`${(0, colours_1.green)("---->")} ${(0, colours_1.green)(number)} ${text}`.trimEnd());
        out.push(`      ${" ".repeat(digits)} ${before}${(0, colours_1.green)("^".repeat(marked))}`);
    }
    return out;
}
