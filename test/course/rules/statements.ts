/** What a note says, and how: its boxed statements, and questions asked before they are answered. */
import { faultsAt, hasTag, isMarkdown, type Rule, sectionsOf, sourceOf } from "./cells";

const SUMMARY = /^Summary/;
const PARTS = ["Given", "Then", "Fails when"];

/** A block quote that says what is given, what follows, and when it fails. */
const isBoxed = (text: string) => {
  const quoted = text.split("\n").filter((line) => line.startsWith(">"));
  return PARTS.every((part) => quoted.some((line) => line.includes(`**${part}**`)));
};

export const boxedStatements: Rule = (notebook) =>
  sectionsOf(notebook)
    .filter(({ title }) => !SUMMARY.test(title))
    .filter(({ cells }) => !cells.some((cell) => isMarkdown(cell) && isBoxed(sourceOf(cell))))
    .map(({ title, at }) => `[${at}] "${title}" has no box with Given, Then and Fails when`);

export const exercisePerSection: Rule = (notebook) =>
  sectionsOf(notebook)
    .filter(({ title }) => !SUMMARY.test(title))
    .filter(({ cells }) => !cells.some((cell) => "exercise" in cell.metadata))
    .map(({ title, at }) => `[${at}] "${title}" ends without an exercise`);

/** A theorem without its hypotheses is shown to fail, in a cell that runs. */
export const counterexamples =
  (least: number): Rule =>
  ({ cells }) => {
    const found = cells.filter((cell) => hasTag(cell, "counterexample")).length;
    return found >= least
      ? []
      : [`${found} cells are tagged counterexample, at least ${least} are wanted`];
  };

const PREDICT = /\*\*Predict/;

/** A guess is asked for, and its answer stands folded below it. */
export const foldedPredictions: Rule = (notebook) =>
  faultsAt(notebook, (cell) => {
    const text = sourceOf(cell);
    if (!isMarkdown(cell) || !PREDICT.test(text)) return undefined;
    return /<details>\s*<summary>/.test(text.slice(text.search(PREDICT)))
      ? undefined
      : "asks to predict, but folds no answer";
  });

export const predictions =
  (least: number): Rule =>
  ({ cells }) => {
    const found = cells.filter((cell) => isMarkdown(cell) && PREDICT.test(sourceOf(cell))).length;
    return found >= least
      ? []
      : [`${found} predictions are asked for, at least ${least} are wanted`];
  };

/** One check is seen failing on a wrong formula. */
export const failingCheck: Rule = ({ cells }) =>
  cells.some((cell) => /\bcheck\.fails\(/.test(sourceOf(cell)))
    ? []
    : ["no check is shown failing (check.fails)"];
