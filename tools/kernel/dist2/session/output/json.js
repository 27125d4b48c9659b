"use strict";
/** What the learner's code sends, as plain JSON: no message can hold what the client cannot read. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.toObject = void 0;
exports.toJson = toJson;
exports.toBundle = toBundle;
/** Typed arrays as lists, big integers as their digits; what cannot be said in JSON is left out. */
function plain(_key, value) {
    if (typeof value === "bigint")
        return String(value);
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
        return Array.from(value);
    }
    return value;
}
/** A copy of the value as JSON holds it; undefined for what it does not hold. */
function toJson(value) {
    if (typeof value === "string")
        return value;
    const text = JSON.stringify(value, plain);
    return text === undefined ? undefined : JSON.parse(text);
}
/** An object of the learner's as JSON, an empty one for nothing. */
const toObject = (value) => value === undefined ? {} : toJson(value);
exports.toObject = toObject;
/** A MIME bundle: binary data in base64, the rest as JSON. */
function toBundle(data) {
    const bundle = {};
    for (const type of Object.keys(data)) {
        const value = data[type];
        const isBinary = value instanceof Uint8Array && !/json$/.test(type);
        const json = isBinary ? Buffer.from(value).toString("base64") : toJson(value);
        if (json !== undefined)
            bundle[type] = json;
    }
    return bundle;
}
