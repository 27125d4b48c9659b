/**
 * Where a cell waits it can be stopped, and the kernel learns who goes on: `await e` becomes
 * `__resumed(__now(), await e)`, and `for await` goes over `__each(…)`. Modules come through the
 * kernel: `import(m)` becomes `__import(m)`.
 */
import { ts } from "../typescript";
import type { Rule } from "./context";

export const waiting: Rule = (node, context, inFunction) => {
  const { edits, file } = context;
  if (ts.isAwaitExpression(node)) {
    edits.before(node.getStart(file), `${context.helper("resumed")}(${context.helper("now")}(), `);
    edits.after(node.end, ")");
    context.hasAwait ||= !inFunction;
  } else if (ts.isForOfStatement(node) && node.awaitModifier) {
    edits.before(node.expression.getStart(file), `${context.helper("each")}(`);
    edits.after(node.expression.end, ")");
    context.hasAwait ||= !inFunction;
  } else if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) {
    const at = node.getStart(file);
    edits.remove(at, node.end);
    edits.before(at, context.helper("import"));
  }
};
