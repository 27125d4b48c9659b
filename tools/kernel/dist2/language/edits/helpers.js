"use strict";
/** The names by which a cell's code reaches the kernel: none that stands in the cell. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.helperNames = helperNames;
const HELPERS = ["scope", "bind", "resumed", "now", "each", "import", "value"];
function helperNames(source) {
    let prefix = "__";
    const taken = () => HELPERS.some((helper) => source.includes(prefix + helper));
    while (taken())
        prefix += "_";
    return Object.fromEntries(HELPERS.map((helper) => [helper, prefix + helper]));
}
