"use strict";
/** The imports of a cell at a glance, before it is compiled: good enough to load them early. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.importsOf = void 0;
const IMPORT = /^[ \t]*import\s+(?!type\b)(?:[\w*$\s{},]+\s+from\s+)?["']([^"'\n]+)["']/gm;
const importsOf = (code) => [
    ...new Set(Array.from(code.matchAll(IMPORT), (found) => found[1])),
];
exports.importsOf = importsOf;
