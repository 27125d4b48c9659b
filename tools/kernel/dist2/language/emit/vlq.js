"use strict";
/** Mappings of a source map (version 3): numbers in base 64, each relative to the one before. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.decode = decode;
exports.encode = encode;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
function decode(mappings) {
    const before = [0, 0, 0, 0, 0];
    return mappings.split(";").map((line) => {
        before[0] = 0;
        if (line === "")
            return [];
        return line.split(",").map((segment) => numbers(segment).map((difference, field) => {
            before[field] = before[field] + difference;
            return before[field];
        }));
    });
}
function encode(lines) {
    const before = [0, 0, 0, 0, 0];
    const difference = (value, field) => {
        const text = digits(value - before[field]);
        before[field] = value;
        return text;
    };
    return lines
        .map((segments) => {
        before[0] = 0;
        return segments.map((segment) => segment.map(difference).join("")).join(",");
    })
        .join(";");
}
function numbers(text) {
    const found = [];
    let value = 0;
    let shift = 0;
    for (const digit of text) {
        const bits = VALUES.get(digit);
        value += (bits & 31) << shift;
        shift += 5;
        if (bits & 32)
            continue;
        found.push(value & 1 ? -(value >> 1) : value >> 1);
        value = 0;
        shift = 0;
    }
    return found;
}
function digits(value) {
    let rest = value < 0 ? (-value << 1) | 1 : value << 1;
    let text = "";
    do {
        const more = rest > 31 ? 32 : 0;
        text += DIGITS[(rest & 31) | more];
        rest >>>= 5;
    } while (rest > 0);
    return text;
}
