import { toFraction } from "./fraction";
import type { Complex } from "./kinds";
import { isComplex, isComplexMatrix, isComplexVector, isMatrix, isVector } from "./kinds";
import {
  type Cells,
  formatComplex,
  type MatrixFormat,
  matrixCells,
  matrixTex,
  matrixText,
  texNumber,
} from "./matrix";
import { formatNumber } from "./number";

/** A mathematical thing written out twice: as LaTeX, and as plain text of one or more lines. */
export interface Written {
  tex: string;
  text: string;
  /** What was left out, or null. */
  note: string | null;
}

/** Vectors up to this length stand as a column; longer ones lie down, with a transpose sign. */
const COLUMN_LENGTH = 6;

function fromCells(cells: Cells, suffix = ""): Written {
  return {
    tex: matrixTex(cells) + (suffix && "^\\top"),
    text: matrixText(cells) + suffix,
    note: cells.note,
  };
}

function writeVector(x: readonly (number | Complex)[], format: MatrixFormat): Written {
  if (x.length <= COLUMN_LENGTH) {
    return fromCells(
      matrixCells(
        x.map((v) => [v]),
        format,
      ),
    );
  }
  const { maxRows, maxCols, ...rest } = format;
  const lying = { ...rest, maxCols: maxCols ?? maxRows };
  const cells = matrixCells([x], lying.maxCols === undefined ? rest : lying);
  const note = cells.note && `${x.length} entries, ${cells.cols.kept.length} shown`;
  return fromCells({ ...cells, note }, "ᵀ");
}

function writeNumber(x: number, { digits, fractions }: MatrixFormat): Written {
  const f = fractions ? toFraction(x) : null;
  const text = f && f.q > 1 ? `${f.p}/${f.q}` : formatNumber(x, digits);
  return { tex: texNumber(text), text, note: null };
}

/**
 * Writes out a number, vector or matrix, real or complex; null if it is none of these.
 */
export function writeMath(value: unknown, format: MatrixFormat): Written | null {
  if (typeof value === "number") return writeNumber(value, format);
  if (isComplex(value)) {
    const text = formatComplex(value, format.digits);
    return { tex: texNumber(text), text, note: null };
  }
  if (isVector(value) || isComplexVector(value)) return writeVector(value, format);
  if (isMatrix(value) || isComplexMatrix(value)) return fromCells(matrixCells(value, format));
  return null;
}

const GREEK =
  /^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega)$/;

/** A name as LaTeX: a letter stands as it is, `lambda1` is λ₁, `Vt` is Vᵀ, other words upright. */
export function texName(name: string): string {
  if (/[\\^{]/.test(name)) return name;
  if (/^[A-Z]t$/.test(name)) return `${name[0]}^\\top`;
  const [, stem = name, sub = ""] = name.match(/^([A-Za-z]+?)_?(\d*|(?<=_)\w+)$/) ?? [];
  if (!/^[A-Za-z]+$/.test(stem)) return `\\text{${texText(name)}}`;
  const base = GREEK.test(stem) ? `\\${stem}` : stem.length === 1 ? stem : `\\mathrm{${stem}}`;
  if (sub === "") return base;
  return /^\d+$|^\w$/.test(sub)
    ? `${base}_{${sub}}`
    : `${base}_{\\mathrm{${sub.replace(/_/g, "\\_")}}}`;
}

/** Text for inside `\text{…}`: what LaTeX would take as a command is escaped. */
export function texText(text: string): string {
  return text
    .replace(/\\/g, "\\textbackslash ")
    .replace(/[#$%&_{}]/g, "\\$&")
    .replace(/\^/g, "\\hat{}")
    .replace(/~/g, "\\sim ");
}

/** `name = ` before the middle line of a text that may have several. */
export function textWithName(name: string | undefined, text: string): string {
  if (!name) return text;
  const lines = text.split("\n");
  const middle = Math.floor((lines.length - 1) / 2);
  const lead = `${name} = `;
  return lines.map((line, i) => (i === middle ? lead : " ".repeat(lead.length)) + line).join("\n");
}
