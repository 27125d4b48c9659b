/** What every notebook holds itself to (CONTRIBUTING.md says what each rule protects). */
import { describe, expect, test } from "vitest";
import { findNotebooks, nameOf } from "../../tools/common/find";
import { readNotebook } from "../../tools/common/notebook";
import type { Rule } from "./rules/cells";
import { hints, kindsOfExercises, uniqueIds, wholeExercises } from "./rules/exercises";
import * as figures from "./rules/figures";
import { heldNumbers } from "./rules/numbers";
import { transformsFrames, usesTensors } from "./rules/packages";
import { decides, tellsByFigures } from "./rules/projects";
import { heldPictures } from "./rules/rows";
import * as sheets from "./rules/sheets";
import * as statements from "./rules/statements";
import * as style from "./rules/style";

const ALL: [string, Rule][] = [
  ["holds every decimal and percentage by something computed or given before", heldNumbers],
  ["gives every figure a title", figures.titledFigures],
  ["describes every figure in words of its own", figures.describedFigures],
  ["stores pictures that have their paper with them", figures.opaquePictures],
  ["folds the code that draws", figures.foldedFigures],
  ["opens frames on the finding", figures.openedFrames],
  ["has lines of at most 90 characters", style.narrowLines],
  ["has no wall of text", style.noWalls],
  ["casts no types", style.noCasts],
  ["folds the answers to its predictions", statements.foldedPredictions],
  ["has whole exercises", wholeExercises],
  ["names each graded cell once", uniqueIds],
];

const LESSON: [string, Rule][] = [
  ["has short cells", style.shortCells],
  ["folds nothing but figures", figures.nothingElseFolded],
];

const NOTE: [string, Rule][] = [
  ["boxes a statement in every section", statements.boxedStatements],
  ["ends every section in an exercise", statements.exercisePerSection],
  ["runs counterexamples", statements.counterexamples(3)],
  ["shows a check failing", statements.failingCheck],
  ["asks for predictions", statements.predictions(2)],
  ["gives a hint to every exercise", hints(1)],
];

const ASSIGNMENT: [string, Rule][] = [
  ["sets exercises of every kind", kindsOfExercises],
  ["gives two hints to every exercise", hints(2)],
  ["asks for predictions", statements.predictions(3)],
  ["transforms data frames", transformsFrames],
  ["fits and predicts with tensors", usesTensors],
];

const PROJECT: [string, Rule][] = [
  ["tells its story by figures, one of which moves", tellsByFigures],
  ["ends in a decision", decides],
  ["asks for a prediction", statements.predictions(1)],
  ["transforms data frames", transformsFrames],
  ["fits and predicts with tensors", usesTensors],
];

const SHEET: [string, Rule][] = [
  ["folds its set-up", sheets.foldedSetup],
  ["states formulas and draws plots that are held, and nothing else", sheets.statesFormulas],
  ["draws what is printed beside a picture, and what was given", heldPictures],
  ["says what of the library each is of", sheets.namesTheLibrary],
  ["names each formula once in a section", sheets.namedOnce],
];

const rulesOf = (name: string) => [
  ...ALL,
  ...(name.startsWith("Resources") ? [] : LESSON),
  ...(name.startsWith("Notes") ? NOTE : []),
  ...(name.startsWith("Assignments") ? ASSIGNMENT : []),
  ...(name.startsWith("Projects") ? PROJECT : []),
  ...(name.startsWith("Resources/cheat-sheets") ? SHEET : []),
];

const notebooks = findNotebooks([]).map((path) => ({ path, name: nameOf(path) }));

describe.each(notebooks)("$name", ({ path, name }) => {
  const notebook = readNotebook(path);
  test.each(rulesOf(name))("%s", (_, rule) => {
    expect(rule(notebook)).toEqual([]);
  });
});
