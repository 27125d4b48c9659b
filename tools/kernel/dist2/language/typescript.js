"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.plain = exports.ts = void 0;
/** The TypeScript that tslab brings, and what of its insides the language thread stands on. */
const node_module_1 = require("node:module");
const fromTslab = (0, node_module_1.createRequire)(require.resolve("tslab/package.json"));
exports.ts = fromTslab("@tslab/typescript-for-tslab");
/** The same file, as TypeScript's public types have it. */
const plain = (file) => file;
exports.plain = plain;
