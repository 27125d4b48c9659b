"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.reference = void 0;
/** Names of earlier cells are read and assigned through the scope: `x` becomes `__scope.x`. */
const typescript_1 = require("../typescript");
/** Whether the name only names: a member, a label, what is being declared. */
function isNameOnly(node) {
    const parent = node.parent;
    if (parent.name === node || parent.propertyName === node || parent.label === node)
        return true;
    return typescript_1.ts.isQualifiedName(node.parent) && parent.right === node;
}
/**
 * Where the brackets or the template begin, if a function is called by this name, be it in brackets
 * itself: then it must not get the scope as `this`.
 */
function calledAt(node, file) {
    const { parent } = node;
    if (typescript_1.ts.isCallExpression(parent) && parent.expression === node)
        return parent.arguments.pos - 1;
    if (typescript_1.ts.isTaggedTemplateExpression(parent))
        return parent.template.getStart(file);
    const seesThrough = typescript_1.ts.isParenthesizedExpression(parent) ||
        typescript_1.ts.isNonNullExpression(parent) ||
        typescript_1.ts.isAsExpression(parent) ||
        typescript_1.ts.isSatisfiesExpression(parent) ||
        typescript_1.ts.isTypeAssertionExpression(parent);
    return seesThrough ? calledAt(parent, file) : undefined;
}
/** Whether it is a value that another cell declares, and not one that is only said to exist. */
function isForeign(symbol, { file, scope }) {
    const declaration = symbol?.declarations?.find((one) => (typescript_1.ts.getCombinedModifierFlags(one) & typescript_1.ts.ModifierFlags.Ambient) === 0);
    const home = declaration?.getSourceFile();
    return home !== undefined && home !== file && scope.isCell(home);
}
const reference = (node, context) => {
    if (!typescript_1.ts.isIdentifier(node) || !context.scope.knows(node.text))
        return;
    const { checker, edits, file } = context;
    const at = node.getStart(file);
    if (typescript_1.ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node) {
        if (!isForeign(checker.getShorthandAssignmentValueSymbol(node.parent), context))
            return;
        edits.before(at, `${node.text}: ${context.helper("scope")}.`);
        return;
    }
    if (isNameOnly(node) || !isForeign(checker.getSymbolAtLocation(node), context))
        return;
    const called = calledAt(node, file);
    if (called === undefined) {
        edits.before(at, `${context.helper("scope")}.`);
        return;
    }
    edits.before(at, `${at === context.bareStart ? ";" : ""}(0, ${context.helper("scope")}.`);
    edits.after(node.end, ")");
    // V8 places a call by such brackets where its arguments begin, and any other where its name does.
    edits.lead(called, at);
};
exports.reference = reference;
