"use strict";
/** Which values say more as pictures, tables and formulas than as text, told from their shape. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.isDrawn = isDrawn;
/** By this name the library's fits and tests say that they have a summary. */
const SUMMARY = Symbol.for("mml.summary");
/** A figure of `plot`, a data frame or series of danfo, a tensor of tfjs, a fit or test of the library. */
function isThing(value) {
    if (typeof value !== "object" || value === null)
        return false;
    if (SUMMARY in value)
        return true;
    const { data, layout, $isSeries, dtype, dataSync } = value;
    const isFigure = Array.isArray(data) && typeof layout === "object" && layout !== null;
    return (isFigure || $isSeries !== undefined || (typeof dataSync === "function" && dtype !== undefined));
}
const isNumber = (entry) => typeof entry === "number" ||
    (typeof entry === "object" && entry !== null && isComplex(entry));
const isComplex = ({ re, im }) => typeof re === "number" && typeof im === "number";
/** Rows of numbers, all of the same length. */
function isMatrix(value) {
    const width = Array.isArray(value[0]) ? value[0].length : 0;
    const isRow = (row) => Array.isArray(row) && row.length === width && row.every(isNumber);
    return width > 0 && value.every(isRow);
}
/** Things shown one below the other; a longer list is text. */
const THINGS = 20;
/** Whether the library draws the value; a list of numbers and an object of names stay text. */
function isDrawn(value) {
    if (!Array.isArray(value))
        return isThing(value);
    if (isMatrix(value))
        return true;
    return value.length > 0 && value.length <= THINGS && value.every(isThing);
}
