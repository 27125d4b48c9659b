"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.checkOptions = exports.emitOptions = void 0;
/** How cells are compiled: as tslab does, not strict, with what Node 20 has. */
const node_path_1 = require("node:path");
const typescript_1 = require("./typescript");
/** What the emitted code depends on; types are left out of it. */
exports.emitOptions = {
    target: typescript_1.ts.ScriptTarget.ES2022,
    module: typescript_1.ts.ModuleKind.CommonJS,
    moduleDetection: typescript_1.ts.ModuleDetectionKind.Force,
    esModuleInterop: true,
    experimentalDecorators: true,
    jsx: typescript_1.ts.JsxEmit.React,
    newLine: typescript_1.ts.NewLineKind.LineFeed,
};
const checkOptions = (root) => ({
    ...exports.emitOptions,
    module: typescript_1.ts.ModuleKind.ESNext,
    moduleResolution: typescript_1.ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    typeRoots: [(0, node_path_1.join)(root, "node_modules", "@types")],
    resolveJsonModule: true,
    allowJs: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
});
exports.checkOptions = checkOptions;
