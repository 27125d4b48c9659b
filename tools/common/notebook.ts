/** Notebooks as files: nbformat 4.5 JSON, written byte for byte as Jupyter writes it. */
import { readFileSync } from "node:fs";
import { writeWhole } from "./files";
import { Problem } from "./problem";

export type MimeBundle = Record<string, unknown>;

export interface Output {
  output_type: "stream" | "display_data" | "execute_result" | "error";
  name?: "stdout" | "stderr";
  text?: string | string[];
  data?: MimeBundle;
  metadata?: Record<string, unknown>;
  execution_count?: number | null;
  ename?: string;
  evalue?: string;
  traceback?: string[];
  transient?: unknown;
}

export interface Cell {
  cell_type: "code" | "markdown" | "raw";
  id?: string;
  source: string | string[];
  metadata: Record<string, unknown>;
  execution_count?: number | null;
  outputs?: Output[];
}

export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

/** nbformat stores text as one string or as a list of lines; this is the string. */
export const textOf = (text: string | string[] | undefined): string =>
  Array.isArray(text) ? text.join("") : (text ?? "");

/** A string as nbformat stores it: lines that keep their line ends. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const isObject = (value: unknown): boolean =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** What of a notebook is not as its format has it, and would be stumbled over. */
function faultOf({ metadata, cells }: Notebook): string | undefined {
  if (!isObject(metadata)) return "metadata must be an object";
  for (const [i, cell] of cells.entries()) {
    const name = `cell ${i + 1}`;
    if (!isObject(cell)) return `${name} must be an object`;
    if (!["code", "markdown", "raw"].includes(cell.cell_type))
      return `the cell_type of ${name} must be code, markdown or raw, got ${cell.cell_type}`;
    if (typeof cell.source !== "string" && !Array.isArray(cell.source))
      return `the source of ${name} must be a string or a list of lines`;
    if (!isObject(cell.metadata)) return `the metadata of ${name} must be an object`;
    const { tags } = cell.metadata;
    if (tags !== undefined && !Array.isArray(tags)) return `the tags of ${name} must be a list`;
    if (cell.cell_type === "code" && !Array.isArray(cell.outputs))
      return `the outputs of ${name} must be a list`;
  }
  return undefined;
}

export function readNotebook(path: string): Notebook {
  let notebook: Notebook;
  try {
    notebook = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Problem(`${path} is not a notebook: ${(error as Error).message}`);
  }
  if (!Array.isArray(notebook?.cells) || notebook.nbformat !== 4) {
    throw new Problem(`${path} is not a notebook of format 4: it has no list of cells`);
  }
  const fault = faultOf(notebook);
  if (fault) {
    throw new Problem(`${path} is no valid notebook: ${fault}; open it in JupyterLab and save it`);
  }
  return notebook;
}

/** Keys sorted, as Jupyter's own writer does, so that saving in JupyterLab changes nothing else. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

export function formatNotebook(notebook: Notebook): string {
  return `${JSON.stringify(sorted(notebook), null, 1)}\n`;
}

export function writeNotebook(path: string, notebook: Notebook): void {
  writeWhole(path, formatNotebook(notebook));
}
