"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.hintFor = hintFor;
const moduleHint_1 = require("./moduleHint");
const nameHint_1 = require("./nameHint");
/** TypeScript's numbers: a module cannot be found. */
const NO_MODULE = new Set([2307, 2732, 2792]);
/** A name cannot be found; 2584 goes on about an option that nobody can set here. */
const NO_NAME = new Set([2304, 2580, 2582]);
const NO_BROWSER = 2584;
function hintFor(found, place, program) {
    const { code, file, start = 0, length = 0 } = found;
    const text = file?.text.slice(start, start + length) ?? "";
    if (NO_MODULE.has(code))
        return (0, moduleHint_1.moduleHint)(place, text.replace(/^['"`]|['"`]$/g, ""));
    if (NO_NAME.has(code))
        return (0, nameHint_1.nameHint)(text, place, program);
    if (code === NO_BROWSER)
        return `${text} belongs to browsers; cells run in Node.`;
    return undefined;
}
