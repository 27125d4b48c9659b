"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.resolutionHost = void 0;
exports.createFiles = createFiles;
/** Files as the program sees them: those on disk, and those that exist in memory alone. */
const node_fs_1 = require("node:fs");
const place_1 = require("../place");
const typescript_1 = require("../typescript");
function createFiles(place) {
    const memory = new Map();
    const versions = new Map();
    const existing = new Map();
    const folders = new Map();
    function remembered(known, path, look) {
        let answer = known.get(path);
        if (answer === undefined) {
            answer = look(path);
            known.set(path, answer);
        }
        return answer;
    }
    function stamp(path) {
        const stats = (0, node_fs_1.statSync)(path, { throwIfNoEntry: false });
        return stats ? `${stats.mtimeMs} ${stats.size}` : "none";
    }
    return {
        set(path, text) {
            const before = memory.get(path);
            if (before?.text === text)
                return;
            memory.set(path, { text, version: (before?.version ?? 0) + 1 });
        },
        has: (path) => memory.has(path),
        exists: (path) => memory.has(path) || remembered(existing, path, typescript_1.ts.sys.fileExists),
        directoryExists: (path) => remembered(folders, path, typescript_1.ts.sys.directoryExists),
        read: (path) => memory.get(path)?.text ?? typescript_1.ts.sys.readFile(path),
        version(path) {
            const inMemory = memory.get(path);
            if (inMemory)
                return `memory ${inMemory.version}`;
            if (!(0, place_1.isOwn)(place, path))
                return "package";
            let version = versions.get(path);
            if (version === undefined) {
                version = stamp(path);
                versions.set(path, version);
            }
            return version;
        },
        refresh() {
            existing.clear();
            folders.clear();
            let changed = false;
            for (const [path, before] of versions) {
                const now = stamp(path);
                changed ||= now !== before;
                versions.set(path, now);
            }
            return changed;
        },
    };
}
/** What module resolution asks of the file system. */
const resolutionHost = (files) => ({
    fileExists: files.exists,
    directoryExists: files.directoryExists,
    readFile: files.read,
    realpath: typescript_1.ts.sys.realpath,
    getDirectories: typescript_1.ts.sys.getDirectories,
    useCaseSensitiveFileNames: true,
});
exports.resolutionHost = resolutionHost;
