/** The sources of the cells that ran, and the way from a place in compiled code back to them. */
import { SourceMap } from "node:module";
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
    /** As it is called in a message: "cell 4". */
    readonly label: string,
    code: string,
    private readonly compiled: Pick<Compiled, "map" | "hasAwait">,
    /** The run it is the code of. */
    readonly run?: Run,
  ) {
    this.lines = code.split(/\r?\n/);
  }

  /** Where in the cell a place of its compiled code comes from; undefined for what we put in. */
  locate({ line, column }: Place): Place | undefined {
    this.decoded ??= new SourceMap(JSON.parse(this.compiled.map));
    const offset = line === 1 ? offsetOf(this.compiled) : 0;
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

export class Sources {
  private readonly cells = new Map<string, CellSource>();

  add(count: number, code: string, compiled: Pick<Compiled, "map" | "hasAwait">, run: Run): void {
    this.cells.set(fileOf(count), new CellSource(labelOf(count), code, compiled, run));
  }

  get(file: string): CellSource | undefined {
    return this.cells.get(file);
  }
}
