"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isObject = void 0;
exports.cut = cut;
exports.textOf = textOf;
exports.propertyOf = propertyOf;
exports.isError = isError;
exports.describeThrown = describeThrown;
/** Name and message of whatever was thrown, read with care: its own properties may throw. */
const node_util_1 = require("node:util");
/** Characters of a message that are shown. */
const LONGEST = 5000;
function cut(text, most = LONGEST) {
    if (text.length <= most)
        return text;
    const half = Math.floor(most / 2);
    const left = text.length - 2 * half;
    return `${text.slice(0, half)}… (${left} characters left out) …${text.slice(-half)}`;
}
/** A property as text; undefined where it is none or cannot be read. */
function textOf(thing, name) {
    const value = propertyOf(thing, name);
    return typeof value === "string" ? value : undefined;
}
/** What stands under the name; undefined where it cannot be read. */
function propertyOf(thing, name) {
    try {
        return Reflect.get(thing, name);
    }
    catch {
        return undefined;
    }
}
const isObject = (thing) => (typeof thing === "object" && thing !== null) || typeof thing === "function";
exports.isObject = isObject;
/** Errors of any realm, and what behaves as one. */
function isError(thing) {
    if (!(0, exports.isObject)(thing))
        return false;
    if (node_util_1.types.isNativeError(thing))
        return true;
    return textOf(thing, "message") !== undefined && textOf(thing, "stack") !== undefined;
}
/** The class's name where an error has no name of its own. */
function nameOf(error) {
    const name = textOf(error, "name");
    if (name && name !== "Error")
        return name;
    const maker = propertyOf(error, "constructor");
    return ((0, exports.isObject)(maker) && textOf(maker, "name")) || name || "Error";
}
/** A thrown value that is no error, in a line or a few. */
function valueText(thrown) {
    if (typeof thrown === "string")
        return thrown;
    try {
        return (0, node_util_1.inspect)(thrown, { depth: 2, breakLength: 80 });
    }
    catch {
        return "a value that cannot be read";
    }
}
/** Node's list of the files that wanted a module, which is shorter and clearer as calls. */
const REQUIRED_BY = /\nRequire stack:\n(- .*\n?)+$/;
function describeThrown(thrown) {
    if (!isError(thrown))
        return { ename: "Uncaught", evalue: cut(valueText(thrown)) };
    const message = textOf(thrown, "message")?.replace(REQUIRED_BY, "");
    return { ename: cut(nameOf(thrown), 200), evalue: cut(message ?? "(its message is unreadable)") };
}
