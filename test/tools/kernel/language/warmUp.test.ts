/** What is done ahead saves the work that a cell would have to wait for, and changes no answer. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createLanguage } from "../../../../tools/kernel/language/language";
import { restoreDocs, withoutDocs } from "../../../../tools/kernel/language/program/docs";
import { type Outline, readOutline } from "../../../../tools/kernel/language/program/outline";
import { createProject, RENEWAL } from "../../../../tools/kernel/language/program/project";
import { parseCell } from "../../../../tools/kernel/language/scope/cell";
import { type TS, ts } from "../../../../tools/kernel/language/typescript";
import { ROOT } from "./notebook";

const place = { cwd: join(ROOT, "Notes"), root: ROOT };
const TFJS = 'import * as tf from "@tensorflow/tfjs-node"; const t = tf.tensor([1]); t.shape';

/** Of the packages nothing is known yet, unless an outline is given. */
function start(outline: Outline = new Map()) {
  const project = createProject(place, outline);
  return { project, language: createLanguage(place, project) };
}

describe("ahead of the first cell", () => {
  test("packages are read, so that importing them makes no new program", () => {
    const { project, language } = start();
    for (const _ of language.warmUp());
    const ready = project.program();
    expect(language.compile({ code: TFJS, count: 1 }).kind).toBe("code");
    expect(project.program()).toBe(ready);
    expect(language.complete({ code: "t.sha", cursor_pos: 5 })).toMatchObject({
      matches: ["shape"],
    });
    // What was tried out is not known to cells.
    expect(language.compile({ code: "x", count: 2 }).kind).toBe("refused");
  });

  test.each([1, 400])(
    "a cell that comes after %i steps is answered, and the rest still done",
    (steps) => {
      const { project, language } = start();
      const work = language.warmUp();
      for (let step = 0; step < steps; step++) work.next();
      expect(language.compile({ code: "const early = 1; early", count: 1 }).kind).toBe("code");
      expect(language.compile({ code: TFJS, count: 2 }).kind).toBe("code");
      for (const _ of work);
      const ready = project.program();
      expect(
        language.compile({ code: 'import "danfojs-node"; [early, t.rank]', count: 3 }).kind,
      ).toBe("code");
      expect(project.program()).toBe(ready);
    },
  );

  test("steps are short: no more than a file each, until the program is made", () => {
    const { language } = start();
    expect([...language.warmUp()].length).toBeGreaterThan(700);
  });

  test("of packages that have been read whole once, only what is used is read", () => {
    for (const _ of start().language.warmUp());
    const { language, project } = start(readOutline(place));
    expect([...language.warmUp()].length).toBeLessThan(400);
    const ready = project.program();
    expect(language.compile({ code: TFJS, count: 1 }).kind).toBe("code");
    expect(project.program()).toBe(ready);
    expect(ready.getSourceFiles().length).toBeLessThan(400);
  });
});

test("a cell makes no new program, nor does a module that is there, built in or not found", () => {
  const { project, language } = start();
  language.compile({ code: TFJS, count: 1 });
  const ready = project.program();
  const cells = [
    "1 + 1",
    "const a = [1]",
    "a.map((x) => x + 1)",
    "a.nope",
    "for (",
    'import { join } from "path"',
    'import "nowhere"',
    TFJS,
  ];
  for (const [index, code] of cells.entries()) language.compile({ code, count: index + 2 });
  language.complete({ code: "a.", cursor_pos: 2 });
  language.inspect({ code: "join(", cursor_pos: 5, detail_level: 1 });
  expect(project.program()).toBe(ready);
});

test("the checker is made anew now and then, and knows the cells all the same", () => {
  const { project, language } = start();
  language.compile({
    code: "interface A { n: number } const a: A = { n: 1 }; const b = [a]",
    count: 1,
  });
  const before = project.program();
  for (let glance = 0; glance < RENEWAL; glance++) project.adopt(parseCell("cell.ts", ""));
  expect(language.compile({ code: "const c: A = b[0]; c.n.toFixed()", count: 2 }).kind).toBe(
    "code",
  );
  expect(language.complete({ code: "b[0].", cursor_pos: 5 })).toMatchObject({ matches: ["n"] });
  expect(project.program()).not.toBe(before);
});

describe("docstrings of packages", () => {
  const original =
    '/** One. */\nexport interface A {\n  /** Two: `/** `. */\n  b: "/**";\n  /* three */ c(/** @x */ d: 1): void;\n}\n/**\n * Four.\n * @param e - Five.\n */\nexport declare function f(e: A): void;\n';

  test("are left out without moving anything", () => {
    const without = withoutDocs(original);
    expect(without).toHaveLength(original.length);
    expect(without.split("\n").map((line) => line.length)).toEqual(
      original.split("\n").map((line) => line.length),
    );
    expect(without).toContain('b: "/**"');
  });

  test("come back as they were", () => {
    const parse = (text: string) =>
      ts.createSourceFile("a.d.ts", text, ts.ScriptTarget.ES2022, true);
    const docs = (file: ReturnType<typeof parse>) => {
      const found: unknown[] = [];
      const visit = (node: TS.Node): void => {
        const { jsDoc } = node as unknown as {
          jsDoc?: { comment: string; parent: unknown; tags?: { comment: string }[] }[];
        };
        for (const one of jsDoc ?? []) {
          expect(one.parent).toBe(node);
          found.push([node.pos, one.comment, one.tags?.map(({ comment }) => comment)]);
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    };
    const file = parse(withoutDocs(original));
    expect(docs(file)).toEqual([]);
    restoreDocs(file, original);
    expect(docs(file)).toEqual(docs(parse(original)));
    expect(docs(file)).toHaveLength(4);
    expect(file.text).toBe(original);
  });

  test("stay away from a file that has changed on the disk since", () => {
    const file = ts.createSourceFile("a.d.ts", withoutDocs(original), ts.ScriptTarget.ES2022, true);
    restoreDocs(file, `${original} `);
    restoreDocs(file, undefined);
    expect(file.text).toBe(withoutDocs(original));
  });
});
