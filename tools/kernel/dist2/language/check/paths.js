"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.shortenPaths = shortenPaths;
/** Modules in messages by the names that a reader knows, instead of by where they lie on the disk. */
const node_path_1 = require("node:path");
const place_1 = require("../place");
function shortenPaths(message, { cwd, root }) {
    return message
        .replaceAll(`import("${(0, place_1.slashed)((0, node_path_1.join)(root, "lib", "dist"))}/`, 'import("lib/')
        .replace(/import\("[^"]*\/node_modules\//g, 'import("')
        .replaceAll(`import("${(0, place_1.slashed)(cwd)}/`, 'import("')
        .replace(/import\("([^"]+)\/index"\)/g, 'import("$1")');
}
