/**
 * What a docstring says, by the kind of function: who looks a function up finds what it takes and gives,
 * what it costs, when it throws and where it is from. Examples are held by examples.test.ts.
 */
import { expect, test } from "vitest";
import { ROOT } from "../../../tools/common/project";
import { paramsOf, tagsOf } from "../../../tools/reference/docstring";
import type { Entry } from "../../../tools/reference/entry";
import { splitCost } from "../../../tools/reference/facts";
import { readLibrary } from "../../../tools/reference/read";

/** What is missing of one thing, in words; nothing if it is there. */
type Demand = (entry: Entry) => string[];

const wordsOf = ({ doc }: Entry) =>
  [doc.text, ...tagsOf(doc, "param", "returns", "throws")].join("\n");
const says =
  (what: string, pattern: RegExp): Demand =>
  (entry) =>
    pattern.test(wordsOf(entry)) ? [] : [what];

const cost: Demand = ({ doc }) => {
  const column = tagsOf(doc, "returns", "throws").some((text) => splitCost(text).cost !== "");
  const told = /\bO\(|\bcosts?\b|operations|evaluations|\bcalls? of/i;
  const words = [doc.text, ...tagsOf(doc, "throws")].join("\n");
  return column || told.test(words) ? [] : ["cost"];
};
/** A year, or the section of a book that the course lists. */
const source = says(
  "source",
  /\b(?:1[89]|20)\d\d\b|\b(?:MML|DLMF)\s\d|(?:Van Loan|Wright|Learning|Williams|Systems),?\s(?:section )?\d/,
);
const errors: Demand = ({ doc }) => (tagsOf(doc, "throws").length > 0 ? [] : ["errors"]);
const result: Demand = ({ doc }) => (tagsOf(doc, "returns").length > 0 ? [] : ["result"]);
/** By a line of its own, or within that of another overload's: "x - Numbers, or the matrix X". */
const argumentsNamed: Demand = ({ members, doc }) => {
  const said = [...paramsOf(doc)].map(([name, text]) => `${name} ${text}`).join("\n");
  const told = new Set(said.match(/[\w$]+/g));
  return members
    .filter(({ name }) => name !== "options" && !told.has(name)) // options have a type that says it
    .map(({ name }) => `argument ${name}`);
};

const density = says("density", /density|[Dd]ensity|mass|P\(X|probability/);
const support = says(
  "support",
  /\b[Oo]n (?:the|x|k|f|\[|max|0|1|ℝ)|whole line|with probability|simplex|counts x/,
);
const moments = says("mean and variance", /\b[Mm]ean\b[\s\S]*\b(?:variance|covariance)\b/);

interface Kind {
  /** Which functions, by module and the heading that the index gives them. */
  holds: (module: string, group: string) => boolean;
  least: number;
  demands: Demand[];
}

const ALGORITHMS = /^(?:linalg|learn|stats|optimize)$/;
/** Of calculus: the operations that a tape records are described at the head of the page. */
const DERIVED = /^(?:Finite differences|Automatic differentiation|Integrals)$/;
const CHAINS = /^(?:Fitting and comparing|Markov chains)$/;

const KINDS: Record<string, Kind> = {
  "an algorithm": {
    holds: (module, group) =>
      ALGORITHMS.test(module) ||
      (module === "calculus" && DERIVED.test(group)) ||
      (module === "prob" && CHAINS.test(group)),
    least: 150,
    demands: [cost, source, result, argumentsNamed, errors],
  },
  "a law": {
    holds: (module, group) => module === "prob" && /^Laws /.test(group),
    least: 20,
    demands: [density, support, moments, source, argumentsNamed, errors],
  },
  "a special function": {
    holds: (module, group) => module === "prob" && group === "Special functions",
    least: 15,
    demands: [source, argumentsNamed, errors],
  },
  "a verb of data": {
    holds: (module) => module === "data",
    least: 20,
    demands: [cost, result, argumentsNamed, errors],
  },
  "a plot": {
    holds: (module) => module === "plot",
    least: 30,
    demands: [argumentsNamed, errors],
  },
};

/** What a function need not say, and why. */
const EXEMPT: Record<string, { of: string[]; why: string }> = {
  "linalg.diag": { of: ["source"], why: "makes a matrix: there is nothing to cite" },
  "linalg.ones": { of: ["source"], why: "the same" },
  "linalg.zeros": { of: ["source"], why: "the same" },
  "calculus.constant": { of: ["cost", "source"], why: "marks a value: it computes nothing" },
  "linalg.engine": { of: ["cost", "source"], why: "a switch: it computes nothing" },
};

const entries = readLibrary(ROOT).flatMap((module) =>
  module.entries
    .filter(({ kind }) => kind === "function")
    .map((entry) => ({
      entry,
      group: module.groups.find(({ names }) => names.includes(entry.name))?.title ?? "",
    })),
);

const lackingOf = (entry: Entry, demands: readonly Demand[]) => {
  const spared = EXEMPT[entry.key]?.of ?? [];
  return demands.flatMap((demand) => demand(entry)).filter((what) => !spared.includes(what));
};

test.each(Object.entries(KINDS))("the docstring of %s says all that is looked for", (_, kind) => {
  const all = entries.filter(({ entry, group }) => kind.holds(entry.module, group));
  expect(all.length).toBeGreaterThanOrEqual(kind.least);
  const lacking = all.flatMap(({ entry }) =>
    lackingOf(entry, kind.demands).map((what) => `${entry.key}: ${what}`),
  );
  expect(lacking).toEqual([]);
});

test("what is not said is missed", () => {
  const bare = { text: "Does something.", tags: [] };
  for (const kind of Object.values(KINDS)) {
    const found = entries.find(
      ({ entry, group }) =>
        kind.holds(entry.module, group) && entry.members.length > 0 && !EXEMPT[entry.key],
    );
    const silent = { ...(found?.entry as Entry), doc: bare };
    expect(kind.demands.filter((demand) => demand(silent).length === 0)).toEqual([]);
  }
});

test("nobody is spared what he says", () => {
  for (const [key, { of }] of Object.entries(EXEMPT)) {
    const entry = entries.find((one) => one.entry.key === key)?.entry as Entry;
    const lacking = [cost, source, result, argumentsNamed, errors].flatMap((demand) =>
      demand(entry),
    );
    expect(
      of.filter((what) => !lacking.includes(what)),
      key,
    ).toEqual([]);
  }
});
