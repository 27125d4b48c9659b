"use strict";
/** The globals without which neither Node nor the kernel works are put back after a cell replaced them. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.restoreGlobals = restoreGlobals;
const NEEDED = [
    ...["Array", "Atomics", "BigInt", "Boolean", "Error", "Function", "Int32Array", "JSON", "Map"],
    ...["Math", "Number", "Object", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect"],
    ...["RegExp", "Set", "String", "Symbol", "SyntaxError", "TypeError", "Uint8Array", "WeakMap"],
    ...["WeakSet", "Buffer", "process", "globalThis"],
];
// what stands here works with the globals gone
const { defineProperty } = Object;
const world = globalThis;
const originals = NEEDED.map((name) => ({ name, value: world[name] }));
/** Puts them back; the names of those that had been replaced. */
function restoreGlobals() {
    const replaced = [];
    for (let i = 0; i < originals.length; i++) {
        const { name, value } = originals[i];
        if (world[name] === value)
            continue;
        defineProperty(world, name, { value, writable: true, configurable: true });
        replaced[replaced.length] = name;
    }
    return replaced;
}
