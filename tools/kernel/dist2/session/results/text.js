"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.textOfValue = textOfValue;
/** Values as readable text: without colours, cut where they are long. */
const node_util_1 = require("node:util");
const OPTIONS = {
    depth: 4,
    maxArrayLength: 100,
    maxStringLength: 10_000,
    breakLength: 80,
    colors: false,
};
/** Characters of a text that are shown. */
const LONGEST = 20_000;
function cutLines(text) {
    if (text.length <= LONGEST)
        return text;
    const shown = text.slice(0, LONGEST);
    return `${shown}\n… (${text.length - LONGEST} more characters)`;
}
/** A function without its body: how it is called says more than that it is a function. */
function functionText(fn) {
    const text = (0, node_util_1.inspect)(fn, { ...OPTIONS, depth: 0 });
    if (text.startsWith("[class"))
        return text;
    const head = /^(?:async\s+)?(?:function\b\s*\*?\s*\w*\s*)?(\([^()]*\)|\w+\s*(?==>))/.exec(Function.prototype.toString.call(fn));
    return head ? `${text}, called with ${head[1].replace(/\s+/g, " ").trim()}` : text;
}
/** The text of a value. */
function textOfValue(value) {
    if (typeof value === "function")
        return functionText(value);
    const text = cutLines((0, node_util_1.inspect)(value, OPTIONS));
    return node_util_1.types.isPromise(value) ? `${text}: \`await\` gets its value` : text;
}
