import {
  type Complex,
  isComplex,
  isComplexMatrix,
  isComplexVector,
  isMatrix,
  isVector,
} from "../render/kinds";
import { fractionText } from "./fraction";
import { type Cells, formatComplex, type MatrixFormat, matrixCells } from "./matrix";
import { formatNumber } from "./number";
import { matrixTex, matrixText, texNumber } from "./typeset";

/** A mathematical thing written out twice: as LaTeX, and as plain text of one or more lines. */
export interface Written {
  tex: string;
  text: string;
  /** What was left out, or null. */
  note: string | null;
}

/** Vectors up to this length stand as a column; longer ones lie down, with a transpose sign. */
const COLUMN_LENGTH = 6;

function fromCells(cells: Cells): Written {
  return { tex: matrixTex(cells), text: matrixText(cells), note: cells.note };
}

/** A vector's entries share their decimals, standing or lying. */
function writeVector(x: readonly (number | Complex)[], format: MatrixFormat): Written {
  const max = format.maxRows ?? format.maxCols;
  const standing = matrixCells({ m: x.length, n: 1, at: (i) => x[i] }, { ...format, maxRows: max });
  if (x.length <= COLUMN_LENGTH) return fromCells(standing);
  const { texts, rows } = standing;
  const lying: Cells = {
    texts: [texts.map((row) => row[0])],
    rows: { kept: [0], gap: null },
    cols: rows,
    note: rows.gap === null ? null : `${x.length} entries, ${rows.kept.length} shown`,
  };
  return { tex: `${matrixTex(lying)}^\\top`, text: `${matrixText(lying)}ᵀ`, note: lying.note };
}

/**
 * Writes out a number, vector or matrix, real or complex; null if it is none of these.
 */
export function writeMath(value: unknown, format: MatrixFormat): Written | null {
  const { digits, fractions } = format;
  if (typeof value === "number") {
    const text = (fractions && fractionText(value)) || formatNumber(value, digits);
    return { tex: texNumber(text), text, note: null };
  }
  if (isComplex(value)) {
    const text = formatComplex(value, digits);
    return { tex: texNumber(text), text, note: null };
  }
  if (isVector(value) || isComplexVector(value)) return writeVector(value, format);
  if (isMatrix(value) || isComplexMatrix(value)) {
    const at = (i: number, j: number) => value[i][j];
    return fromCells(matrixCells({ m: value.length, n: value[0].length, at }, format));
  }
  return null;
}
