"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.RESULT = void 0;
exports.shownStatement = shownStatement;
exports.keepResult = keepResult;
/** The last expression is the cell's result: `e` becomes `exports.tsLastExpr = (e)`. */
const typescript_1 = require("../typescript");
/** The property of `exports` that tslab reads the result from. */
exports.RESULT = "tsLastExpr";
/** The statement whose value is shown, unless it ends with `;`. */
function shownStatement({ statements, text }) {
    const last = statements.filter((one) => !typescript_1.ts.isExportDeclaration(one)).at(-1);
    if (!last || text[last.end - 1] === ";")
        return undefined;
    return typescript_1.ts.isExpressionStatement(last) || typescript_1.ts.isExportAssignment(last) ? last : undefined;
}
/** Shows the result; `export default e` that is not the last statement is evaluated all the same. */
function keepResult(node, shown, { edits, file }) {
    const isDefault = typescript_1.ts.isExportAssignment(node);
    if (!isDefault && !(shown && typescript_1.ts.isExpressionStatement(node)))
        return;
    const { expression } = node;
    const start = expression.getStart(file);
    if (isDefault)
        edits.remove(node.getStart(file), start);
    edits.before(start, shown ? `exports.${exports.RESULT} = (` : ";(");
    edits.after(expression.end, ")");
}
