import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, type } from "node:os";
import { join } from "node:path";

/** Seconds as text with three digits and a fitting unit. */
export function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  if (seconds >= 1e-3) return `${(seconds * 1e3).toPrecision(3)} ms`;
  return `${(seconds * 1e6).toPrecision(3)} µs`;
}

/** A ratio as text: two digits after the point, none from a hundred on; a dash where there is none. */
export function times(ratio: number | undefined): string {
  if (ratio === undefined || Number.isNaN(ratio)) return "–";
  return ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2);
}

/** A Markdown table, columns padded to equal width; numbers stand at the right. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const all = [header, ...rows];
  const widths = header.map((_, j) => Math.max(...all.map((row) => row[j].length), 4));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, j) => (j === 0 ? cell.padEnd(widths[j]) : cell.padStart(widths[j]))).join(" | ")} |`;
  const rule = `|${widths.map((w, j) => (j === 0 ? "-".repeat(w + 2) : `${"-".repeat(w + 1)}:`)).join("|")}|`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}

/** The machine and the versions of the named npm packages, for the line above a table. */
export function machine(packages: readonly string[]): string {
  const versions = packages.map((name) => {
    const file = join(__dirname, "..", "node_modules", name, "package.json");
    return `${name} ${(JSON.parse(readFileSync(file, "utf8")) as { version: string }).version}`;
  });
  const processors = cpus();
  return [
    `${processors.length} × ${processors[0].model.trim()}`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    ...versions,
  ].join(", ");
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` in bench/README.md. */
export function updateReadme(name: string, text: string): void {
  const file = join(__dirname, "README.md");
  const readme = readFileSync(file, "utf8");
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [readme.indexOf(open), readme.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`bench/README.md has no ${open} … ${close}`);
  writeFileSync(file, `${readme.slice(0, start + open.length)}\n${text}\n${readme.slice(end)}`);
}
