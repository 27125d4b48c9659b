import type { ColumnType } from "./column";
import type { Notation } from "./notation";

/** How a text is to be read; what is undefined is told from the text. */
export interface TableRules {
  header: boolean | undefined;
  names: readonly string[] | undefined;
  types: ReadonlyMap<string, ColumnType>;
  /** The columns wanted, in this order. */
  columns: readonly string[] | undefined;
  /** The column of labels; false for none. */
  index: string | false | undefined;
  missing: ReadonlySet<string>;
  soft: boolean;
  separator: string | undefined;
  notation: Notation | undefined;
  comment: string;
  skipRows: number;
  skipFooter: number;
}
