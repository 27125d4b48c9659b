"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.moduleHint = moduleHint;
/** What to do when a module is not found. */
const node_fs_1 = require("node:fs");
const node_path_1 = require("node:path");
const place_1 = require("../place");
const library_1 = require("../program/library");
/** `@scope/name/file` is of the package `@scope/name`. */
function packageOf(name) {
    return name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/");
}
function forLibrary({ root }, part, name) {
    if (!(0, node_fs_1.existsSync)((0, node_path_1.join)(root, "lib", "dist", "index.js"))) {
        return `The course's library is not compiled: run \`npm run setup\` in ${root}, then run the cell again.`;
    }
    return `The course's library has no part "${part}": import { … } from "${library_1.COURSE}" instead of "${name}".`;
}
function forPath({ cwd, root }, name) {
    const from = `Paths are taken from the notebook's folder, ${cwd}.`;
    if (!/(^|\/)lib(\/|$)/.test(name))
        return from;
    const path = (0, place_1.slashed)((0, node_path_1.relative)(cwd, (0, node_path_1.join)(root, "lib")));
    const right = path.startsWith(".") ? path : `./${path}`;
    return `${from} The course's library is "${right}" there; "${library_1.COURSE}" reaches it from any folder.`;
}
function forPackage({ root }, name) {
    if (name.startsWith("node:"))
        return "Node has no module of that name.";
    const wanted = packageOf(name);
    if ((0, node_fs_1.existsSync)((0, node_path_1.join)(root, "node_modules", wanted))) {
        return `The package ${wanted} is installed, but has nothing under "${name}".`;
    }
    return `The package ${wanted} is not installed: run \`npm install ${wanted}\` in ${root}, then run the cell again.`;
}
function moduleHint(place, name) {
    const part = (0, library_1.partOfLibrary)(place, name, place.cwd);
    if (part !== undefined)
        return forLibrary(place, part, name);
    return /^[./]/.test(name) ? forPath(place, name) : forPackage(place, name);
}
