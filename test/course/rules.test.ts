/** Each rule on a notebook that keeps it and on one that does not. */
import { describe, expect, test } from "vitest";
import type { Cell, Notebook, Output } from "../../tools/common/notebook";
import { FIGURE, type Rule } from "./rules/cells";
import { hints, kindsOfExercises, uniqueIds, wholeExercises } from "./rules/exercises";
import * as figures from "./rules/figures";
import { heldNumbers } from "./rules/numbers";
import { transformsFrames, usesTensors } from "./rules/packages";
import { decides, tellsByFigures } from "./rules/projects";
import { heldPictures } from "./rules/rows";
import { foldedSetup, statesFormulas } from "./rules/sheets";
import * as statements from "./rules/statements";
import * as style from "./rules/style";

const say = (source: string, metadata = {}): Cell => ({ cell_type: "markdown", source, metadata });
const run = (source: string, outputs: Output[] = [], metadata = {}): Cell => ({
  cell_type: "code",
  source,
  metadata,
  outputs,
});
const prints = (text: string): Output => ({
  output_type: "execute_result",
  data: { "text/plain": text },
});
const notebook = (...cells: Cell[]): Notebook => ({
  cells,
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

const ALT = "A line that rises from the lower left to the upper right, and a point in the middle.";
const draws = (drawn: object): Output => ({
  output_type: "execute_result",
  data: { [FIGURE]: { layout: { title: { text: "It rises" }, meta: { alt: ALT } }, ...drawn } },
});
const FOLDED = { tags: ["figure"], jupyter: { source_hidden: true } };

/** A picture of one point, as far as its data: kinds of colour are those of PNG, 11.2.1. */
const pictures = (colourType: number, before = "PLTE"): Output => {
  const header = String.fromCharCode(0, 0, 0, 1, 0, 0, 0, 1, 8, colourType, 0, 0, 0, 0, 0, 0, 0);
  const png = `\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR${header}${before}IDAT`;
  const data = { "image/png": Buffer.from(png, "latin1").toString("base64") };
  return { output_type: "display_data", data };
};

const BOX = "> **Theorem.**\n>\n> **Given** $a$,\n>\n> **Then** $b$.\n>\n> **Fails when** $c$.";
const exercise = (id: string, kind: string, wrong = "x = 2;") => [
  say(`Do it.\n<details><summary>Hint 1</summary>a</details><details><summary>Hint 2</summary>b`),
  run("let x = NaN;\n// BEGIN SOLUTION\nx = 1;\n// END SOLUTION", [], {
    nbgrader: { solution: true, grade: false, grade_id: id },
    exercise: { kind, wrong },
  }),
  run("check(…)", [], { nbgrader: { solution: false, grade: true, grade_id: `${id}-check` } }),
];

/** Its name, the rule, what it says of the notebook: one text a fault, none where all is well. */
type Case = [string, Rule, Notebook, (string | RegExp)[]];

const numbers: Case[] = [
  ["a decimal from nowhere", heldNumbers, notebook(say("It is 0.36 high.")), ['[0] "0.36"']],
  [
    "a decimal that rounds what was computed",
    heldNumbers,
    notebook(run("a", [prints("0.3620")]), say("It is 0.36, that is 36 % or 36.2 %.")),
    [],
  ],
  [
    "a decimal that does not round it",
    heldNumbers,
    notebook(run("a", [prints("0.3660")]), say("It is 0.36.")),
    ['"0.36"'],
  ],
  ["a percentage from nowhere", heldNumbers, notebook(say("The share is 12 %.")), ['"12 %"']],
  [
    "a step that the code takes next",
    heldNumbers,
    notebook(say("Take 0.085."), run("f(0.085)")),
    [],
  ],
  [
    "a result that comes only after it",
    heldNumbers,
    notebook(say("We get 0.25."), run("f()", [prints("0.25")])),
    ['"0.25"'],
  ],
  [
    "a folded answer before its result",
    heldNumbers,
    notebook(say("<details><summary>Answer</summary>0.25</details>"), run("f()", [prints("0.25")])),
    [],
  ],
  [
    "sections, equations, versions and addresses",
    heldNumbers,
    notebook(say("See MML 4.5 and (2.38), Example 3.10, TensorFlow 2.21, [here](a/b-1.5.html).")),
    [],
  ],
  ["a power of ten", heldNumbers, notebook(say("About $4.9\\times10^{9}$.")), ["4.9"]],
  [
    "a power of ten that was computed",
    heldNumbers,
    notebook(run("k", [prints("4.8592e+9")]), say("About $4.9\\cdot10^9$.")),
    [],
  ],
  [
    "a title that is typed",
    heldNumbers,
    notebook(run('plot.line(x, y, { title: "It falls to 0.12" })', [])),
    ['"0.12" in a headline'],
  ],
  [
    "a title that is computed",
    heldNumbers,
    notebook(run("plot.line(x, y, { title: `It falls to $" + "{low.toFixed(2)}`, x: 'time' })")),
    [],
  ],
  [
    "words of a check hold nothing",
    heldNumbers,
    notebook(run('check("the 0.77 of the text", true)'), say("It is 0.77.")),
    ['"0.77"'],
  ],
];

const drawn: Case[] = [
  ["a figure as it should be", figures.foldedFigures, notebook(run("f", [draws({})], FOLDED)), []],
  [
    "an open one",
    figures.foldedFigures,
    notebook(run("f", [draws({})])),
    ["not tagged and folded"],
  ],
  ["folded mathematics", figures.nothingElseFolded, notebook(run("f", [], FOLDED)), ["draws none"]],
  [
    "no title",
    figures.titledFigures,
    notebook(run("f", [draws({ layout: {} })])),
    ["[0] a figure has no title"],
  ],
  [
    "titles of panels",
    figures.titledFigures,
    notebook(run("f", [draws({ layout: { annotations: [{ text: "Left" }] } })])),
    [],
  ],
  ["a description", figures.describedFigures, notebook(run("f", [draws({})])), []],
  [
    "no description",
    figures.describedFigures,
    notebook(run("f", [draws({ layout: { meta: { alt: "A line." } } })])),
    ["too short"],
  ],
  ["a picture on paper", figures.opaquePictures, notebook(run("f", [pictures(3)])), []],
  [
    "a picture with alpha",
    figures.opaquePictures,
    notebook(run("f", [pictures(6)])),
    ["behind it"],
  ],
  [
    "a picture with a colour that is none",
    figures.opaquePictures,
    notebook(run("f", [pictures(3, "PLTE…tRNS")])),
    ["behind it"],
  ],
  [
    "frames from the first on",
    figures.openedFrames,
    notebook(
      run("plot.animate(a)", [draws({ frames: [1, 2], layout: { sliders: [{ active: 0 }] } })]),
    ),
    ["without being told to"],
  ],
  [
    "frames from the first on, told to",
    figures.openedFrames,
    notebook(
      run("plot.animate(a, { open: 0 })", [
        draws({ frames: [1, 2], layout: { sliders: [{ active: 0 }] } }),
      ]),
    ),
    [],
  ],
  [
    "frames from the third on",
    figures.openedFrames,
    notebook(
      run("plot.animate(a)", [draws({ frames: [1, 2], layout: { sliders: [{ active: 2 }] } })]),
    ),
    [],
  ],
];

const said: Case[] = [
  ["a box", statements.boxedStatements, notebook(say("## One"), say(BOX), say("## Summary")), []],
  [
    "a section without, and one whose box lacks a part",
    statements.boxedStatements,
    notebook(say("## One"), say("## Two"), say(BOX.replace("Fails when", "Note"))),
    ['[0] "One"', '[1] "Two"'],
  ],
  [
    "a section without exercise",
    statements.exercisePerSection,
    notebook(say("## One"), ...exercise("a", "code"), say("## Two")),
    ['[4] "Two"'],
  ],
  ["too few counterexamples", statements.counterexamples(1), notebook(run("f")), ["0 cells"]],
  [
    "a counterexample",
    statements.counterexamples(1),
    notebook(run("f", [], { tags: ["counterexample"] })),
    [],
  ],
  [
    "a prediction answered at once",
    statements.foldedPredictions,
    notebook(say("**Predict.** How many? Three.")),
    ["folds no answer"],
  ],
  [
    "a prediction",
    statements.foldedPredictions,
    notebook(say("**Predict.** How many?\n\n<details><summary>Answer</summary>\n\n3</details>")),
    [],
  ],
  ["too few predictions", statements.predictions(1), notebook(say("No.")), ["0 predictions"]],
  ["no failing check", statements.failingCheck, notebook(run("check(a, b)")), ["no check"]],
  ["a failing check", statements.failingCheck, notebook(run("check.fails(a, b, c)")), []],
];

const written = (points: number | undefined) =>
  say("BEGIN // BEGIN SOLUTION\nBecause.\n// END SOLUTION", {
    nbgrader: { solution: true, grade: true, grade_id: "why", points },
    exercise: { kind: "interpretation" },
  });
const [statement, solution, checked] = exercise("a", "code");

const set: Case[] = [
  ["an exercise", wholeExercises, notebook(...exercise("a", "code")), []],
  [
    "without a wrong solution",
    wholeExercises,
    notebook(...exercise("a", "code", "")),
    ["no wrong"],
  ],
  ["without a check", wholeExercises, notebook(statement, solution), ["not followed by its check"]],
  ["a written answer", wholeExercises, notebook(written(2)), []],
  ["without points", wholeExercises, notebook(written(undefined)), ["has points"]],
  ["an id twice", uniqueIds, notebook(solution, checked, solution), ['"a" comes twice']],
  ["two hints", hints(2), notebook(statement, solution), []],
  ["one hint of two", hints(2), notebook(say("<summary>Hint"), solution), ["has 1 of 2 hints"]],
  [
    "short code alone",
    kindsOfExercises,
    notebook(...["a", "b"].flatMap((id) => exercise(id, "code"))),
    [
      "2 exercises",
      "kind proof",
      "kind experiment",
      "kind interpretation",
      "kind beyond",
      "0 solutions",
    ],
  ],
];

const packages: Case[] = [
  [
    "frames that are only loaded",
    transformsFrames,
    notebook(run("data.readCSV('a.csv')")),
    ["nothing"],
  ],
  [
    "frames at work",
    transformsFrames,
    notebook(run("df.groupby(['a']).col(['b']).mean(); data.merge(df, other); df.query(mask)")),
    [],
  ],
  ["no tensors", usesTensors, notebook(run("tf.tensor([1])")), ["tensor-fit", "tensor-prediction"]],
  [
    "tensors at work",
    usesTensors,
    notebook(
      run("tf.train.adam(0.1).minimize(loss)", [], { tags: ["tensor-fit"] }),
      run("tf.matMul(X, w)", [], { tags: ["tensor-prediction"] }),
    ),
    [],
  ],
  [
    "a tag that promises more than its cell does",
    usesTensors,
    notebook(
      run("fit(w)", [], { tags: ["tensor-fit"] }),
      run("tf.matMul(X, w)", [], { tags: ["tensor-prediction"] }),
    ),
    ["tensor-fit"],
  ],
];

const figure = run("f", [draws({})], FOLDED);
const motion = run("f", [draws({ frames: [{}, {}] })], FOLDED);

const projects: Case[] = [
  ["too few figures", tellsByFigures, notebook(motion, figure), ["2 figures"]],
  ["figures at rest", tellsByFigures, notebook(...Array(8).fill(figure)), ["no figure moves"]],
  ["figures that tell", tellsByFigures, notebook(motion, ...Array(7).fill(figure)), []],
  [
    "a decision",
    decides,
    notebook(
      say("# When?\n\n**In short.** In June."),
      say("## What others found"),
      say("## The decision\n\nCall it in June."),
      say("## What this must not be used for"),
    ),
    [],
  ],
  [
    "findings that decide nothing",
    decides,
    notebook(say("# When?"), say("## Results"), say("## Notes"), say("**In short.** Late.")),
    ["in short at the top", "what others found", "the decision", "must not be used for"],
  ],
];

const HELD = "✓ 9 numbers are drawn as given, all within the axes; 6 changes of them noticed";
const holds = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const asked = say("**How many?** Count them.");
const plotted = run("const bars = plot.bar(a, b);");
const pictured = (source = "drawn(bars, alt, given)", text = HELD) =>
  run(source, [draws({}), holds(text)], { ...FOLDED, tags: ["figure", "drawn"] });
const prepared = run("const a = 1;", [], { ...FOLDED, tags: ["setup"] });
const fifteen = Array(15).fill([asked, plotted, pictured()]).flat();

const sheets: Case[] = [
  ["set-up that is folded", foldedSetup, notebook(prepared, plotted), []],
  ["set-up that is not", foldedSetup, notebook(plotted), ["not tagged setup and folded"]],
  ["more of it later", foldedSetup, notebook(prepared, prepared), ["not the first"]],
  ["rows of plots", statesFormulas, notebook(prepared, ...fifteen), []],
  ["too few of them", statesFormulas, notebook(prepared, asked, plotted, pictured()), ["1 form"]],
  [
    "code that is neither formula nor plot",
    statesFormulas,
    notebook(prepared, ...fifteen, run("f()")),
    ["not tagged formula"],
  ],
  ["a row", heldPictures, notebook(asked, plotted, pictured()), []],
  [
    "a picture without its question and lines",
    heldPictures,
    notebook(pictured()),
    ["asks no question", "not drawn by the cell before"],
  ],
  [
    "a picture of something else than is printed",
    heldPictures,
    notebook(asked, plotted, pictured("drawn(other, alt, given)")),
    ["draws other, not bars"],
  ],
  [
    "a picture that nothing holds",
    heldPictures,
    notebook(asked, plotted, pictured("drawn(bars, alt, given)", "done")),
    ["held by 0 changes"],
  ],
  [
    "a question for a title",
    figures.titledFigures,
    notebook(run("f", [draws({ layout: {} })], { ...FOLDED, tags: ["figure", "drawn"] })),
    [],
  ],
];

const lines = (n: number) => "f();\n".repeat(n).trimEnd();

const styles: Case[] = [
  ["a wide line", style.narrowLines, notebook(run(`f(${"a".repeat(90)})`)), ["a line of 93"]],
  ["a narrow one", style.narrowLines, notebook(run("f(a)")), []],
  ["long cells", style.shortCells, notebook(run(lines(9))), ["9 lines in the median"]],
  [
    "one long cell",
    style.shortCells,
    notebook(...Array.from({ length: 20 }, () => run("f()")), run(lines(23))),
    ["[20] has 23 lines"],
  ],
  ["a long figure", style.shortCells, notebook(run("f()"), run(lines(40), [], FOLDED)), []],
  ["a wall", style.noWalls, notebook(say("Word ".repeat(250))), ["a wall of 1250"]],
  ["a cast", style.noCasts, notebook(run("const a = b as number[];")), ["casts a type"]],
  ["an alias", style.noCasts, notebook(run('import * as tf from "tf"; show("as number");')), []],
];

describe.each([
  ["numbers", numbers],
  ["figures", drawn],
  ["statements", said],
  ["exercises", set],
  ["packages", packages],
  ["projects", projects],
  ["sheets", sheets],
  ["style", styles],
])("rules on %s", (_, cases) => {
  test.each(cases)("%s", (_, rule, given, faults) => {
    const found = rule(given);
    expect(found).toHaveLength(faults.length);
    faults.forEach((fault, k) => {
      expect(found[k]).toContain(fault);
    });
  });
});
