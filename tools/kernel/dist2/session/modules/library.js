"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.projectFolder = projectFolder;
exports.libraryPath = libraryPath;
/** The course's library, under the name that works in every folder. */
const node_fs_1 = require("node:fs");
const node_path_1 = require("node:path");
const NAME = "course";
/** The project's folder, seen from the kernel's own, compiled or not. */
function projectFolder(from = __dirname) {
    return (0, node_fs_1.existsSync)((0, node_path_1.join)(from, "package.json")) ? from : projectFolder((0, node_path_1.dirname)(from));
}
/** The path of `path` in `folder`, undefined if it is elsewhere. */
function inside(folder, path) {
    const rest = (0, node_path_1.relative)(folder, path);
    return rest === ".." || rest.startsWith(`..${node_path_1.sep}`) || (0, node_path_1.isAbsolute)(rest) ? undefined : rest;
}
/**
 * Where an import of the library leads: `course`, `course/linalg`, or a relative path that reaches
 * `lib`, whose sources are compiled to `lib/dist`. Undefined for every other import.
 *
 * @param from - The folder of the file that imports.
 */
function libraryPath(request, from, root) {
    const lib = (0, node_path_1.join)(root, "lib");
    const dist = (0, node_path_1.join)(lib, "dist");
    if (request === NAME || request.startsWith(`${NAME}/`)) {
        return (0, node_path_1.join)(dist, request.slice(NAME.length + 1) || "index.js");
    }
    if (!/^\.\.?([\\/]|$)/.test(request))
        return undefined;
    const path = (0, node_path_1.resolve)(from, request);
    const rest = inside(lib, path);
    if (rest === undefined || inside(dist, path) !== undefined)
        return undefined;
    return (0, node_path_1.join)(dist, rest.replace(/\.(ts|js)$/, "") || "index.js");
}
