"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ownBundle = ownBundle;
exports.requireBundle = requireBundle;
/** Objects that show themselves, by Deno's convention: `[Symbol.for("Jupyter.display")]()` is a bundle. */
const describe_1 = require("../errors/describe");
const DISPLAY = Symbol.for("Jupyter.display");
/** What the object says of itself, or the promise of it; undefined if it says nothing. */
function ownBundle(value) {
    if (!(0, describe_1.isObject)(value))
        return undefined;
    const display = (0, describe_1.propertyOf)(value, DISPLAY);
    return typeof display === "function" ? display.call(value) : undefined;
}
/**
 * @throws TypeError when that is no bundle.
 */
function requireBundle(bundle) {
    const types = (0, describe_1.isObject)(bundle) && !Array.isArray(bundle) ? Object.keys(bundle) : [];
    if (types.length === 0 || !types.every((type) => type.includes("/"))) {
        throw new TypeError('Symbol.for("Jupyter.display") must return an object of MIME types, as { "text/html": "…" }');
    }
    return bundle;
}
