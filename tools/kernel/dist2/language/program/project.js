"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createProject = createProject;
/**
 * The program that cells are checked in: TypeScript's libraries, Node's types and every module that a
 * cell has imported. It is made anew only when a cell imports something else; cells themselves are
 * checked by its checker without being part of it, so that a cell costs what its own lines cost.
 */
const node_path_1 = require("node:path");
const globals_1 = require("../globals");
const options_1 = require("../options");
const place_1 = require("../place");
const typescript_1 = require("../typescript");
const files_1 = require("./files");
const resolve_1 = require("./resolve");
const sourceFiles_1 = require("./sourceFiles");
const specifiers_1 = require("./specifiers");
function createProject(place) {
    const options = (0, options_1.checkOptions)(place.root);
    const files = (0, files_1.createFiles)(place);
    const resolve = (0, resolve_1.createResolver)(place, options, (0, files_1.resolutionHost)(files));
    const imports = (0, place_1.slashed)((0, node_path_1.join)(place.cwd, "__imports__.ts"));
    const declared = (0, place_1.slashed)((0, node_path_1.join)(place.cwd, "__globals__.d.ts"));
    const paths = new Set();
    const included = new Map();
    let version = 0;
    let current;
    let adopted;
    files.set(imports, "export {};\n");
    files.set(declared, globals_1.globals);
    const host = {
        ...(0, files_1.resolutionHost)(files),
        useCaseSensitiveFileNames: () => true,
        getCompilationSettings: () => options,
        getCurrentDirectory: () => place.cwd,
        getDefaultLibFileName: (settings) => typescript_1.ts.getDefaultLibFilePath(settings),
        getScriptFileNames: () => [declared, imports],
        getScriptVersion: files.version,
        getProjectVersion: () => String(version),
        getScriptSnapshot(path) {
            const text = files.read(path);
            return text === undefined ? undefined : typescript_1.ts.ScriptSnapshot.fromString(text);
        },
        resolveModuleNameLiterals: (names, file) => names.map((name) => resolve(name.text, file)),
        readDirectory: typescript_1.ts.sys.readDirectory,
    };
    // What learners' own files import is looked for again whenever the program is made.
    Object.assign(host, { hasInvalidatedResolutions: (path) => (0, place_1.isOwn)(place, path) });
    const service = typescript_1.ts.createLanguageService(host, (0, sourceFiles_1.createSourceFiles)(options));
    function program() {
        const made = service.getProgram();
        if (made === current)
            return made;
        current = made;
        // The language service asks the program for a file by this method.
        const inProgram = made.getSourceFile;
        made.getSourceFile = (path) => (path === adopted?.path ? (0, typescript_1.plain)(adopted) : inProgram(path));
        return made;
    }
    function newPath(name) {
        for (let again = 0;; again++) {
            const path = (0, place_1.slashed)((0, node_path_1.join)(place.cwd, again ? `${name} (${again}).ts` : `${name}.ts`));
            if (paths.has(path))
                continue;
            paths.add(path);
            return path;
        }
    }
    function include(cell) {
        cell.imports = (0, specifiers_1.specifiers)((0, typescript_1.plain)(cell));
        if (cell.imports.length === 0)
            return;
        const changed = files.refresh();
        const missing = cell.imports.filter(({ text }) => {
            const found = resolve(text, cell.path);
            cell.resolvedModules.set(text, undefined, found);
            const path = found.resolvedModule?.resolvedFileName;
            if (path === undefined || included.get(text) === path)
                return false;
            included.set(text, path);
            return !program().getSourceFile(path);
        });
        if (missing.length > 0) {
            const names = [...included.keys()].map((name) => `import ${JSON.stringify(name)};\n`);
            files.set(imports, `export {};\n${names.join("")}`);
        }
        if (changed || missing.length > 0)
            version++;
    }
    return {
        options,
        files,
        service,
        program,
        newPath,
        adopt(cell) {
            adopted = cell;
        },
        include,
    };
}
