"use strict";
/** Jupyter counts a cursor's place in characters (Unicode code points), TypeScript in UTF-16 units. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.toUnits = toUnits;
exports.toCharacters = toCharacters;
/** From characters to units; a place behind the end is the end. */
function toUnits(text, characters) {
    let units = 0;
    for (let count = 0; count < characters && units < text.length; count++) {
        units += text.codePointAt(units) > 0xffff ? 2 : 1;
    }
    return units;
}
/** From units to characters. */
function toCharacters(text, units) {
    return [...text.slice(0, units)].length;
}
