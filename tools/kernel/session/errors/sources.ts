/** The sources of the cells that ran, and the way from a place in compiled code back to them. */
import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { basename } from "node:path";
import type { Compiled } from "../../messages";
import { offsetOf } from "../run/evaluate";
import type { Run } from "../run/run";

/** A place in a source; line and column count from 1. */
export interface Place {
  line: number;
  column: number;
}

export class CellSource {
  readonly lines: string[];
  private decoded: SourceMap | undefined;

  constructor(
    /** As it is called in a message: "cell 4", "helper.ts". */
    readonly label: string,
    code: string,
    private readonly compiled: Pick<Compiled, "map"> & { hasAwait?: boolean },
    /** The run it is the code of. */
    readonly run?: Run,
  ) {
    this.lines = code.split(/\r?\n/);
  }

  /** Where in the cell a place of its compiled code comes from; undefined for what we put in. */
  locate({ line, column }: Place): Place | undefined {
    this.decoded ??= new SourceMap(JSON.parse(this.compiled.map));
    const { hasAwait } = this.compiled;
    const offset = line === 1 && hasAwait !== undefined ? offsetOf(hasAwait) : 0;
    const entry = this.decoded.findEntry(line - 1, column - 1 - offset);
    if (!("originalLine" in entry) || entry.generatedLine !== line - 1) return undefined;
    const place = { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
    return place.line <= this.lines.length ? place : undefined;
  }
}

/** The name under which the engine knows a cell's code: its `sourceURL`. */
const fileOf = (count: number): string => `cell-${count}.ts`;

/** Cells that are not counted have numbers below 0. */
export const labelOf = (count: number): string =>
  count > 0 ? `cell ${count}` : "a cell without a number";

const INLINE_MAP = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;

export class Sources {
  private readonly cells = new Map<string, CellSource>();

  add(count: number, code: string, compiled: Pick<Compiled, "map" | "hasAwait">, run: Run): void {
    this.cells.set(fileOf(count), new CellSource(labelOf(count), code, compiled, run));
  }

  /**
   * A file of the learner's, which brings its map along.
   *
   * @param cell - The text of the cell that is this module, where there is no such file.
   */
  addModule({ path, data }: Compiled["modules"][number], cell: string): void {
    const encoded = INLINE_MAP.exec(data)?.[1];
    if (encoded === undefined) return;
    const map = Buffer.from(encoded, "base64").toString();
    const file = String(JSON.parse(map).sources[0]);
    const text = existsSync(file) ? readFileSync(file, "utf8") : cell;
    this.cells.set(path, new CellSource(basename(file), text, { map }));
  }

  get(file: string): CellSource | undefined {
    return this.cells.get(file);
  }
}
