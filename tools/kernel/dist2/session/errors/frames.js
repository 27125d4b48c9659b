"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.frameOf = frameOf;
/** Calls on the stack, told apart by whose code they are. */
const node_path_1 = require("node:path");
const node_url_1 = require("node:url");
const modules_1 = require("../modules/modules");
/** The kernel's own folder: `tools/kernel`, or its `dist`. */
const KERNEL = (0, node_path_1.dirname)((0, node_path_1.dirname)(__dirname));
const within = (folder, path) => path.startsWith(folder + node_path_1.sep);
/** Packages that run cells, and are no part of what the learner wrote. */
const MACHINERY = /[\\/]node_modules[\\/](tslab|@tslab[\\/][^\\/]+|typescript)[\\/]/;
const PACKAGE = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
/** `linalg.solve` of lib/dist/linalg/solve.js. */
function libraryName(dist, path, name) {
    const parts = (0, node_path_1.relative)(dist, path).replace(/\.js$/, "").split(node_path_1.sep);
    const own = name ?? parts.at(-1);
    return parts.length > 1 ? `${parts[0]}.${own}` : own;
}
/** The name of a function as the learner knows it, without what the compiler put before it. */
const plainName = (name) => name?.replace(/^(Object|Module|exports|Function)\./, "").replace(/ \[as [^\]]*\]$/, "") ||
    undefined;
/** The frame of a call; undefined for those of the kernel, tslab, TypeScript and Node. */
function frameOf(site, sources, folders) {
    const { file, line = 1, column = 1 } = site;
    if (!file)
        return undefined;
    const name = plainName(site.name);
    const cell = sources.get(file);
    if (cell) {
        const at = cell.locate({ line, column });
        return at && { kind: "cell", cell, at, name };
    }
    const path = file.startsWith("file:") ? (0, node_url_1.fileURLToPath)(file) : file;
    if (within(KERNEL, path) || MACHINERY.test(path) || path.endsWith(modules_1.REFERRER))
        return undefined;
    if (!path.includes(node_path_1.sep) || path.startsWith("node:"))
        return undefined;
    const dist = (0, node_path_1.join)(folders.root, "lib", "dist");
    if (within(dist, path)) {
        return { kind: "library", owner: "lib", name: libraryName(dist, path, name) };
    }
    const owner = PACKAGE.exec(path)?.[1];
    if (owner)
        return { kind: "library", owner, name: name ?? "a function" };
    return { kind: "file", path: (0, node_path_1.relative)(folders.notebook, path), at: { line, column }, name };
}
