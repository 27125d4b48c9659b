"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isOwn = exports.slashed = void 0;
exports.projectRoot = projectRoot;
exports.below = below;
/** Where a kernel works. */
const node_fs_1 = require("node:fs");
const node_path_1 = require("node:path");
/** The project this file belongs to, compiled or not. */
function projectRoot(from = __dirname) {
    return (0, node_fs_1.existsSync)((0, node_path_1.join)(from, "package.json")) ? from : projectRoot((0, node_path_1.dirname)(from));
}
/** The path below a folder, or undefined if it lies elsewhere; "" for the folder itself. */
function below(folder, path) {
    const rest = (0, node_path_1.relative)(folder, path);
    return rest === ".." || rest.startsWith(`..${node_path_1.sep}`) ? undefined : rest;
}
/** TypeScript writes paths with `/` everywhere. */
const slashed = (path) => (node_path_1.sep === "/" ? path : path.replaceAll(node_path_1.sep, "/"));
exports.slashed = slashed;
/** Whether a file is the learner's: it may change, and what it imports is looked for each time. */
const isOwn = (place, file) => !file.includes("/node_modules/") && below((0, node_path_1.join)(place.root, "lib", "dist"), file) === undefined;
exports.isOwn = isOwn;
