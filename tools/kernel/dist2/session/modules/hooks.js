"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.findLibrary = findLibrary;
exports.whenLoaded = whenLoaded;
exports.forgetUnfinished = forgetUnfinished;
/** The places where Node looks for modules and hands them out, so that ours are found and watched. */
const node_module_1 = require("node:module");
const node_path_1 = require("node:path");
const library_1 = require("./library");
const loader = node_module_1.Module;
/**
 * Every `require` finds the library under its names.
 *
 * @param folder - The notebook's, from which cells import.
 */
function findLibrary(folder, root) {
    const original = loader._resolveFilename;
    loader._resolveFilename = (request, parent, ...rest) => {
        const from = parent?.filename ? (0, node_path_1.dirname)(parent.filename) : folder;
        return original.call(loader, (0, library_1.libraryPath)(request, from, root) ?? request, parent, ...rest);
    };
}
/** Calls `seen` when a module of that name has been loaded, once. */
function whenLoaded(name, seen) {
    const original = loader._load;
    let done = false;
    loader._load = (request, ...rest) => {
        const loaded = original.call(loader, request, ...rest);
        if (!done && request === name) {
            done = true;
            seen(loaded);
        }
        return loaded;
    };
}
/** Forgets modules whose loading was broken off, which would be handed out unfinished. */
function forgetUnfinished() {
    for (const [id, module] of Object.entries(require.cache)) {
        if (module && !module.loaded)
            delete require.cache[id];
    }
}
