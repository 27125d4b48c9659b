"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createSourceFiles = createSourceFiles;
/** Parsed files, kept by path as long as their version stays the same. */
const typescript_1 = require("../typescript");
function createSourceFiles(options) {
    const kept = new Map();
    const parseOptions = { languageVersion: options.target };
    function get(path, snapshot, version) {
        const before = kept.get(path);
        if (before?.version === version)
            return before;
        const made = typescript_1.ts.createLanguageServiceSourceFile(path, snapshot, parseOptions, version, false);
        kept.set(path, made);
        return made;
    }
    const keyed = (path, _resolved, _host, _key, snapshot, version) => get(path, snapshot, version);
    const byOptions = (path, _options, snapshot, version) => get(path, snapshot, version);
    return {
        acquireDocument: byOptions,
        acquireDocumentWithKey: keyed,
        updateDocument: byOptions,
        updateDocumentWithKey: keyed,
        releaseDocument() { },
        releaseDocumentWithKey() { },
        getKeyForCompilationSettings: () => "",
        reportStats: () => "",
        prepare(path, text, version) {
            const file = get(path, typescript_1.ts.ScriptSnapshot.fromString(text), version);
            typescript_1.ts.bindSourceFile(file, options);
        },
    };
}
