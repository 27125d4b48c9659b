"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createResolver = createResolver;
/**
 * Finds modules: the library wherever it is asked for, then what lies beside the file that asks or in
 * the packages above it, then the project's packages.
 */
const node_path_1 = require("node:path");
const place_1 = require("../place");
const typescript_1 = require("../typescript");
const library_1 = require("./library");
function createResolver(place, options, host) {
    const cache = typescript_1.ts.createModuleResolutionCache(place.cwd, (name) => name, options);
    return (name, file) => {
        if (!(0, place_1.isOwn)(place, file))
            return typescript_1.ts.resolveModuleName(name, file, options, host, cache);
        const part = (0, library_1.partOfLibrary)(place, name, (0, node_path_1.dirname)(file));
        const wanted = part === undefined ? name : (0, place_1.slashed)((0, library_1.compiledPart)(place, part));
        const found = typescript_1.ts.resolveModuleName(wanted, file, options, host);
        if (found.resolvedModule || part !== undefined)
            return found;
        return typescript_1.ts.resolveModuleName(name, (0, place_1.slashed)((0, node_path_1.join)(place.root, "cell.ts")), options, host);
    };
}
