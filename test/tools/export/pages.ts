/** Pages made of small notebooks and texts by nbconvert and our template, all at once, for Python takes its time to start. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as cheerio from "cheerio";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VENV } from "../../../tools/common/project";
import { type Converted, convert } from "../../../tools/export/convert";
import { scratch } from "./course";

const base = { metadata: {}, id: "a" };

export const md = (source: string, more: object = {}) => ({
  ...base,
  cell_type: "markdown",
  source,
  ...more,
});

export const code = (source: string, outputs: object[] = []) => ({
  ...base,
  cell_type: "code",
  execution_count: null,
  source,
  outputs,
});

export const display = (data: object, metadata: object = {}) => ({
  output_type: "display_data",
  data,
  metadata,
});

/** A notebook of the given cells, as text. */
export function notebookText(cells: readonly object[], kernelspec?: object): string {
  const tslab = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  const metadata = { kernelspec: kernelspec ?? tslab };
  const numbered = cells.map((cell, i) => ({ ...cell, id: `cell-${i}` }));
  return JSON.stringify({ cells: numbered, metadata, nbformat: 4, nbformat_minor: 5 });
}

/** A folder of files that are converted before the first test of the file. */
export function pages() {
  const { folder, remove } = scratch();
  const files: string[] = [];
  const answers: Converted[] = [];
  let count = 0;
  beforeAll(
    () =>
      convert(
        VENV,
        files.map((path) => ({ path })),
        async (one) => void answers.push(one),
      ),
    120_000,
  );
  afterAll(remove);

  /** Writes a file and gives its path. */
  function write(name: string, content: string | Buffer): string {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  }
  /** What becomes of a file; to be asked in a test. */
  function answer(file: string): () => Converted {
    const at = files.push(file) - 1;
    return () => answers[at] as Converted;
  }
  function page(file: string): () => cheerio.CheerioAPI {
    const get = answer(file);
    return () => {
      expect(get().error).toBeUndefined();
      return cheerio.load(get().body ?? "");
    };
  }
  const markdown = (text: string) => page(write(`text-${count++}.md`, text));
  const bookFile = (...cells: object[]) => write(`book-${count++}.ipynb`, notebookText(cells));
  const notebook = (...cells: object[]) => page(bookFile(...cells));
  /** A test of the page that comes of a file. */
  const pageTest = (
    name: string,
    of: () => cheerio.CheerioAPI,
    check: ($: cheerio.CheerioAPI) => void,
  ) => test(name, () => check(of()));
  return { folder, write, answer, answers, files, page, markdown, notebook, bookFile, pageTest };
}
