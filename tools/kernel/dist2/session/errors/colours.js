"use strict";
/** The colours of ipykernel's tracebacks, as ANSI sequences. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.cyan = exports.green = exports.red = void 0;
const colour = (code) => (text) => `\x1b[${code}m${text}\x1b[39m`;
/** The name of an error. */
exports.red = colour(31);
/** Numbers of lines, and the arrow. */
exports.green = colour(32);
/** Where it was. */
exports.cyan = colour(36);
