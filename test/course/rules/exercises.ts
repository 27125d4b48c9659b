/** What an exercise needs to be one: a solution block, a check that can fail, hints, a kind. */
import {
  type Exercise,
  exerciseOf,
  faultsAt,
  isCode,
  isMarkdown,
  type Rule,
  roleOf,
  sourceOf,
} from "./cells";

const BLOCK = /\/\/ BEGIN SOLUTION[^\n]*\n([\s\S]*?)[^\n]*\/\/ END SOLUTION/;

const linesOfSolution = (source: string) =>
  (BLOCK.exec(source)?.[1] ?? "").split("\n").filter((line) => line.trim()).length;

export const wholeExercises: Rule = (notebook) =>
  faultsAt(notebook, (cell, i, cells) => {
    const role = roleOf(cell);
    if (!role?.solution) return exerciseOf(cell) ? "is no nbgrader solution" : undefined;
    const faults: string[] = [];
    if (!BLOCK.test(sourceOf(cell))) faults.push(`${role.grade_id}: has no solution block`);
    const { kind, wrong } = exerciseOf(cell) ?? ({} as Partial<Exercise>);
    if (kind === undefined) faults.push(`${role.grade_id}: does not say its kind`);
    if (isCode(cell)) {
      if (!wrong?.length) faults.push(`${role.grade_id}: carries no wrong solution`);
      if (!(cells[i + 1] && roleOf(cells[i + 1])?.grade)) {
        faults.push(`${role.grade_id}: is not followed by its check`);
      }
    } else if (!role.grade || !role.points) {
      faults.push(`${role.grade_id}: a written answer is graded by hand and has points`);
    }
    return faults;
  });

export const uniqueIds: Rule = ({ cells }) => {
  const ids = cells.flatMap((cell) => roleOf(cell)?.grade_id ?? []);
  return ids.filter((id, k) => ids.indexOf(id) < k).map((id) => `grade_id "${id}" comes twice`);
};

/** Hints stand folded in the text before the solution: the idea, then the first step. */
export const hints =
  (least: number): Rule =>
  (notebook) =>
    faultsAt(notebook, (cell, i, cells) => {
      if (!exerciseOf(cell)) return undefined;
      const text = cells.slice(0, i).filter(isMarkdown).at(-1);
      const found = (text && sourceOf(text).match(/<summary>Hint/g)?.length) ?? 0;
      return found >= least
        ? undefined
        : `${roleOf(cell)?.grade_id}: has ${found} of ${least} hints`;
    });

const LEAST: [Exercise["kind"], number][] = [
  ["code", 2],
  ["proof", 1],
  ["experiment", 1],
  ["interpretation", 1],
  ["beyond", 1],
];

/** Six or more, of every kind; two of code take more than five lines. */
export const kindsOfExercises: Rule = ({ cells }) => {
  const exercises = cells.filter((cell) => exerciseOf(cell));
  const count = (kind: string) =>
    exercises.filter((cell) => exerciseOf(cell)?.kind === kind).length;
  const long = exercises.filter((c) => isCode(c) && linesOfSolution(sourceOf(c)) > 5).length;
  return [
    ...(exercises.length >= 6 ? [] : [`${exercises.length} exercises, at least 6 are wanted`]),
    ...LEAST.filter(([kind, least]) => count(kind) < least).map(
      ([kind, least]) => `${count(kind)} exercises of kind ${kind}, at least ${least} are wanted`,
    ),
    ...(long >= 2 ? [] : [`${long} solutions in code take more than five lines, 2 are wanted`]),
  ];
};
