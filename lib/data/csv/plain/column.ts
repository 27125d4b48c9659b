import type { Value } from "../column";
import type { Edges } from "./edges";

/** What reads the fields of one column of a plain table, one after the other. */
export interface PlainColumn {
  /** Makes room for so many rows. */
  reserve(rows: number): void;
  /** Reads the field that begins at byte `at` into a row; returns the byte after it, −1 if it is not of this kind. */
  read(at: number, row: number): number;
  /** What was read, and danfo's name for its type. */
  values(rows: number): { values: Value[]; dtype: string };
}

/** A column that nobody asked for. */
export class SkippedColumn implements PlainColumn {
  constructor(private readonly edges: Edges) {}

  reserve(): void {}

  read(at: number): number {
    return this.edges.stop(at);
  }

  values(): { values: Value[]; dtype: string } {
    return { values: [], dtype: "string" };
  }
}
