/** A project ends in a decision, and says before it in short what it decides and after it for what it is no use. */
import { FIGURE, figuresOf, isMarkdown, type Rule, sectionsOf, sourceOf } from "./cells";

const ENOUGH = 8;

/** A reader who looks only at the figures gets the right idea; one of them moves. */
export const tellsByFigures: Rule = ({ cells }) => {
  const figures = cells
    .flatMap(figuresOf)
    .map(({ data }) => data?.[FIGURE] as { frames?: unknown[] });
  const moving = figures.filter(({ frames = [] }) => frames.length > 1);
  return [
    ...(figures.length >= ENOUGH ? [] : [`${figures.length} figures; ${ENOUGH} are wanted`]),
    ...(moving.length > 0 ? [] : ["no figure moves"]),
  ];
};

/** What a section of the project is known by, in its title. */
const SECTIONS: [string, RegExp][] = [
  ["what others found", /\bothers\b/i],
  ["the decision", /\bdecision\b/i],
  ["what it must not be used for", /\bmust not be used for\b/i],
];

export const decides: Rule = (notebook) => {
  const titles = sectionsOf(notebook).map(({ title }) => title);
  const opening = notebook.cells.slice(0, 3).filter(isMarkdown).map(sourceOf).join("\n");
  return [
    ...(/\*\*In short\b/.test(opening) ? [] : ["its answer does not stand in short at the top"]),
    ...SECTIONS.filter(([, named]) => !titles.some((title) => named.test(title))).map(
      ([what]) => `no section says ${what}`,
    ),
  ];
};
