"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.waiting = void 0;
/**
 * Where a cell waits it can be stopped, and the kernel learns who goes on: `await e` becomes
 * `__resumed(__now(), await e)`, and `for await` goes over `__each(…)`. Modules come through the
 * kernel: `import(m)` becomes `__import(m)`.
 */
const typescript_1 = require("../typescript");
const waiting = (node, context, inFunction) => {
    const { edits, file } = context;
    if (typescript_1.ts.isAwaitExpression(node)) {
        edits.before(node.getStart(file), `${context.helper("resumed")}(${context.helper("now")}(), `);
        edits.after(node.end, ")");
        context.hasAwait ||= !inFunction;
    }
    else if (typescript_1.ts.isForOfStatement(node) && node.awaitModifier) {
        edits.before(node.expression.getStart(file), `${context.helper("each")}(`);
        edits.after(node.expression.end, ")");
        context.hasAwait ||= !inFunction;
    }
    else if (node.kind === typescript_1.ts.SyntaxKind.ImportKeyword && typescript_1.ts.isCallExpression(node.parent)) {
        const at = node.getStart(file);
        edits.remove(at, node.end);
        edits.before(at, context.helper("import"));
    }
};
exports.waiting = waiting;
