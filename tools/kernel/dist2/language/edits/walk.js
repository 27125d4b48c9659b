"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.walk = walk;
/** Goes through what of a cell becomes code: types and what is only declared are left out. */
const typescript_1 = require("../typescript");
const isDeclared = (node) => typescript_1.ts.canHaveModifiers(node) &&
    typescript_1.ts.getModifiers(node)?.some(({ kind }) => kind === typescript_1.ts.SyntaxKind.DeclareKeyword) === true;
function isErased(node) {
    if (typescript_1.ts.isExpressionWithTypeArguments(node)) {
        const clause = node.parent;
        return typescript_1.ts.isHeritageClause(clause) && clause.token === typescript_1.ts.SyntaxKind.ImplementsKeyword;
    }
    return (typescript_1.ts.isTypeNode(node) ||
        typescript_1.ts.isInterfaceDeclaration(node) ||
        typescript_1.ts.isTypeAliasDeclaration(node) ||
        typescript_1.ts.isTypeParameterDeclaration(node) ||
        typescript_1.ts.isImportDeclaration(node) ||
        typescript_1.ts.isExportDeclaration(node) ||
        isDeclared(node));
}
const isStatementList = (node) => typescript_1.ts.isSourceFile(node) ||
    typescript_1.ts.isBlock(node) ||
    typescript_1.ts.isModuleBlock(node) ||
    typescript_1.ts.isCaseOrDefaultClause(node);
const isFunction = (node) => typescript_1.ts.isFunctionLike(node) ||
    typescript_1.ts.isPropertyDeclaration(node) ||
    typescript_1.ts.isClassStaticBlockDeclaration(node);
/** A member's name and its decorators are evaluated outside of it. */
const isOutside = (child, parent) => typescript_1.ts.isDecorator(child) || parent.name === child;
function walk(context, shown, rules) {
    const visit = (node, inFunction) => {
        if (isErased(node))
            return;
        if (typescript_1.ts.isExpressionStatement(node) && isStatementList(node.parent)) {
            context.bareStart = node === shown ? -1 : node.getStart(context.file);
        }
        for (const rule of rules)
            rule(node, context, inFunction);
        const inside = inFunction || isFunction(node);
        typescript_1.ts.forEachChild(node, (child) => visit(child, isOutside(child, node) ? inFunction : inside));
    };
    visit(context.file, false);
}
