"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.bundlesOf = bundlesOf;
/** The value of a cell's last expression as MIME bundles. */
const drawn_1 = require("./drawn");
const own_1 = require("./own");
const text_1 = require("./text");
/** What the library draws; undefined for what is text, or if it cannot. */
function drawn(value, display) {
    try {
        return (0, drawn_1.isDrawn)(value) ? display()?.bundles(value) : undefined;
    }
    catch {
        return undefined; // a value that cannot be drawn can still be described
    }
}
/** With text, for those who see nothing else. */
const withText = (bundle, value) => "text/plain" in bundle ? bundle : { ...bundle, "text/plain": (0, text_1.textOfValue)(value) };
/**
 * The bundles of a value, in order; the last is the cell's result, those before it are displays.
 *
 * @param display - Gets the library's `display` when it is wanted.
 * @throws what `Symbol.for("Jupyter.display")` of the value throws.
 */
async function bundlesOf(value, display) {
    const own = await (0, own_1.ownBundle)(value);
    if (own !== undefined)
        return [withText((0, own_1.requireBundle)(own), value)];
    return drawn(value, display) ?? [{ "text/plain": (0, text_1.textOfValue)(value) }];
}
