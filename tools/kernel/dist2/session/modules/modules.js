"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.REFERRER = void 0;
exports.createModules = createModules;
/** How cells get at modules: `require` of CommonJS, and ECMAScript modules loaded beforehand. */
const node_module_1 = require("node:module");
const node_path_1 = require("node:path");
const node_url_1 = require("node:url");
const describe_1 = require("../errors/describe");
const library_1 = require("./library");
/** With these Node says that `require` cannot load a module and `import` may. */
const REFUSALS = ["ERR_REQUIRE_ESM", "ERR_REQUIRE_ASYNC_MODULE", "ERR_PACKAGE_PATH_NOT_EXPORTED"];
/** An ECMAScript module as compiled code takes it: with `default` told apart from the whole. */
function asCommonJS(namespace) {
    const exports = Object.create(null, { __esModule: { value: true } });
    for (const name of Object.keys(namespace)) {
        const get = () => Reflect.get(namespace, name);
        Object.defineProperty(exports, name, { enumerable: true, get });
    }
    return exports;
}
/** The name of the file that imports for the cells; it exists in no folder. */
exports.REFERRER = "the cells of the notebook.cjs";
/** `import()` as a file in the folder would do it. */
function importFrom(folder) {
    const path = (0, node_path_1.join)(folder, exports.REFERRER);
    const referrer = new node_module_1.Module(path);
    referrer.filename = path;
    referrer._compile("exports.load = (request) => import(request)", path);
    return referrer.exports.load;
}
const isBare = (request) => !/^[./\\]|^[A-Za-z]:/.test(request);
/** @param folder - The notebook's. */
function createModules(folder, root) {
    const fromTslab = globalThis.__tslab__.require;
    const fromFolder = importFrom(folder);
    const loaded = new Map();
    globalThis.__tslab__.require = (request) => loaded.get(request) ?? fromTslab(request);
    return {
        async prepare(imports) {
            for (const request of imports) {
                if (loaded.has(request) || !(isBare(request) || request.endsWith(".mjs")))
                    continue;
                try {
                    fromTslab(request);
                }
                catch (error) {
                    if (!REFUSALS.includes((0, describe_1.textOf)(error, "code") ?? ""))
                        continue;
                    loaded.set(request, asCommonJS(await fromFolder(request)));
                }
            }
        },
        preload(imports) {
            for (const request of imports) {
                if (!isBare(request) && (0, library_1.libraryPath)(request, folder, root) === undefined)
                    continue;
                try {
                    fromTslab(request);
                }
                catch {
                    // the cell's own import says it, at its line
                }
            }
        },
        async load(request) {
            const name = String(request);
            const library = (0, library_1.libraryPath)(name, folder, root);
            if (library !== undefined)
                return fromFolder((0, node_url_1.pathToFileURL)(library).href);
            if (!isBare(name)) {
                // a file beside the notebook was compiled with the cell, and only tslab knows it
                try {
                    return fromTslab(name);
                }
                catch (error) {
                    if ((0, describe_1.textOf)(error, "code") !== "MODULE_NOT_FOUND")
                        throw error;
                }
            }
            return fromFolder(name);
        },
    };
}
