"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.COURSE = void 0;
exports.partOfLibrary = partOfLibrary;
exports.compiledPart = compiledPart;
/** The course's library, by whatever path a notebook reaches it: `"course"` or a relative one. */
const node_path_1 = require("node:path");
const place_1 = require("../place");
/** The name that reaches the library from any folder. */
exports.COURSE = "course";
/** The path inside the library that an import means (`""` for all of it), or undefined. */
function partOfLibrary(place, name, folder) {
    if (name === exports.COURSE)
        return "";
    if (name.startsWith(`${exports.COURSE}/`))
        return name.slice(exports.COURSE.length + 1);
    if (!/^\.\.?(\/|$)/.test(name) && !(0, node_path_1.isAbsolute)(name))
        return undefined;
    return (0, place_1.below)((0, node_path_1.join)(place.root, "lib"), (0, node_path_1.resolve)(folder, name));
}
/** Where the compiled library has that part, without a file's ending. */
function compiledPart(place, part) {
    const inside = part.replace(/^dist(\/|$)/, "").replace(/\.[cm]?[jt]s$/, "");
    return (0, node_path_1.join)(place.root, "lib", "dist", inside || "index");
}
