/** What the user sees: a line a notebook while they run, and each finding with its cell. */
import type { Finding } from "./judge";

const indent = (text: string, most = 20): string => {
  const lines = text
    .split("\n")
    .map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line));
  const shown =
    lines.length > most
      ? [...lines.slice(0, most), `… (${lines.length - most} more lines)`]
      : lines;
  return shown.map((line) => `      ${line}`).join("\n");
};

/** Shortens two long texts to the neighbourhood of their first difference. */
export function aroundDifference(a: string, b: string, width = 160): [string, string] {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const from = Math.max(0, i - width);
  const cut = (text: string) =>
    (from > 0 ? "…" : "") + text.slice(from, i + width) + (i + width < text.length ? "…" : "");
  return a.length + b.length < 4 * width ? [a, b] : [cut(a), cut(b)];
}

export function formatFinding(name: string, finding: Finding): string {
  const place = finding.cell > 0 ? `${name}, cell ${finding.cell}` : name;
  const lines = [`✗ ${place}: ${finding.what}`];
  if (finding.source) lines.push("    source:", indent(finding.source));
  let { expected, got } = finding;
  if (expected !== undefined && got !== undefined)
    [expected, got] = aroundDifference(expected, got);
  if (expected !== undefined) lines.push("    expected:", indent(expected));
  if (got !== undefined) lines.push("    got:", indent(got));
  return lines.join("\n");
}

/** One line of live progress on a terminal; nothing where output is a file. */
export class Progress {
  private readonly running = new Map<string, string>();
  private readonly live = process.stdout.isTTY;

  set(name: string, state: string): void {
    this.running.set(name, state);
    this.draw();
  }

  /** Replaces the live line by a lasting one. */
  done(name: string, line: string): void {
    this.running.delete(name);
    this.note(line);
  }

  /** A lasting line above the live one. */
  note(line: string): void {
    if (this.live) process.stdout.write("\r\x1b[K");
    console.log(line);
    this.draw();
  }

  private draw(): void {
    if (!this.live) return;
    const states = [...this.running].map(([name, state]) => `${name.split("/").at(-1)} ${state}`);
    const text = states.join(" · ").slice(0, (process.stdout.columns ?? 80) - 1);
    process.stdout.write(`\r\x1b[K${text}`);
  }
}
