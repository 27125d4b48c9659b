/**
 * Starts tslab with one fault mended: tslab 1.0.22 loses the short form `{ A, b }` where the names
 * come from earlier cells ("A is not defined"), because it rewrites names to `exports.A` everywhere
 * but there. We write the form out, `{ A: A, b: b }`, before tslab reads the cell. The course's own
 * notebooks do not need this and run on a stock tslab.
 */
"use strict";

const ts = require("@tslab/typescript-for-tslab");
const converter = require("tslab/dist/converter");

/** The cell with every short property written out; only the line's columns change. */
function writeOut(source) {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  const names = [];
  const visit = (node) => {
    if (ts.isShorthandPropertyAssignment(node)) names.push(node.name);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names.reduceRight(
    (text, name) => `${text.slice(0, name.getEnd())}: ${name.text}${text.slice(name.getEnd())}`,
    source,
  );
}

// A cell may load tfjs before the library does, which mends what newer Nodes lack for it.
try {
  require("../../lib/dist/data/nodeUtil.js").restoreUtil();
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") throw error; // no library yet: the cell that imports it says so
}

const create = converter.createConverter;
converter.createConverter = (options) => {
  const made = create(options);
  return { ...made, convert: (previous, source) => made.convert(previous, writeOut(source)) };
};

if (require.main === module) require("tslab/dist/main").main();

module.exports = { writeOut };
