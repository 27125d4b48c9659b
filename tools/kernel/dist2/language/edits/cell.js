"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.rewriteCell = rewriteCell;
const names_1 = require("../scope/names");
const typescript_1 = require("../typescript");
const edits_1 = require("./edits");
const exports_1 = require("./exports");
const head_1 = require("./head");
const helpers_1 = require("./helpers");
const imports_1 = require("./imports");
const last_1 = require("./last");
const reference_1 = require("./reference");
const waiting_1 = require("./waiting");
const walk_1 = require("./walk");
function rewriteCell(place, cell, scope, checker) {
    const file = (0, typescript_1.plain)(cell);
    const helpers = (0, helpers_1.helperNames)(file.text);
    const used = new Set();
    const edits = (0, edits_1.createEdits)(file.text);
    const context = {
        file,
        checker,
        scope,
        edits,
        helper(name) {
            used.add(name);
            return helpers[name];
        },
        bareStart: -1,
        hasAwait: false,
    };
    const hashbang = /^#!.*/.exec(file.text)?.[0];
    if (hashbang)
        edits.remove(0, hashbang.length);
    const shown = (0, last_1.shownStatement)(file);
    for (const statement of file.statements) {
        (0, exports_1.dropExport)(statement, context);
        (0, last_1.keepResult)(statement, statement === shown, context);
    }
    const imports = (0, imports_1.redirectImports)(place, cell, edits);
    (0, walk_1.walk)(context, shown, [waiting_1.waiting, reference_1.reference]);
    const names = (0, names_1.declaredNames)(cell, checker);
    const stretches = (0, imports_1.importsFirst)(file, edits);
    return {
        ...edits.apply((0, head_1.head)(names, used, helpers), stretches),
        hasAwait: context.hasAwait,
        names,
        imports,
        lastExpression: shown && last_1.RESULT,
    };
}
