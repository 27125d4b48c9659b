/** `npm test`: every check, in order of what they cost; all run, even when one fails. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../common/problem";
import { CACHE, ROOT, TSC } from "../common/project";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Stage {
  name: string;
  title: string;
  /** Arguments of Node. */
  args: string[];
  /** Where vitest leaves its counts; a stage without counts is one check. */
  counts?: string;
}

const bin = (name: string) => join(ROOT, "node_modules", ...name.split("/"));
const RESULTS = join(CACHE, "test");
const cli = (...args: string[]) => ["--import", "tsx", "tools/cli.ts", ...args];

/** @param projects - Of vitest's settings. */
function vitest(name: string, title: string, projects: string[], workers: string): Stage {
  const counts = join(RESULTS, `${name}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${counts}`];
  const chosen = projects.map((project) => `--project=${project}`);
  return {
    name,
    title,
    counts,
    args: [bin("vitest/vitest.mjs"), "run", ...reporters, ...chosen, `--maxWorkers=${workers}`],
  };
}

const stages: Stage[] = [
  {
    name: "lint",
    title: "format and lint",
    args: [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."],
  },
  { name: "types", title: "types", args: [TSC, "-p", "."] },
  vitest("unit", "unit tests", ["mathematics", "rest"], "100%"),
  { name: "notebooks", title: "re-run of all notebooks", args: cli("reproduce") },
  { name: "export", title: "HTML export", args: cli("export") },
  vitest("browser", "browser tests", ["browser"], "100%"),
  vitest("speed", "speed of the site", ["speed"], "1"),
];

export const usage = `npm test [-- STAGE…]

Runs every check, or those of the stages named: ${stages.map(({ name }) => name).join(", ")}.`;

function run(stage: Stage): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, stage.args, { cwd: ROOT, stdio: "inherit" });
    const stop = () => child.kill("SIGTERM");
    process.on("exit", stop);
    child.on("close", (code) => {
      process.off("exit", stop);
      resolve(code === 0);
    });
  });
}

function countsOf(stage: Stage, ok: boolean): Counts {
  const one = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  if (!stage.counts || !existsSync(stage.counts)) return one;
  const report = JSON.parse(readFileSync(stage.counts, "utf8"));
  const failed: number = report.numFailedTests;
  return {
    passed: report.numPassedTests,
    // a file that does not even load fails without a failed test
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function choose(names: readonly string[]): Stage[] {
  const known = stages.map((stage) => stage.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Problem(`There is no stage "${unknown}"; known: ${known.join(", ")}`);
  return names.length ? stages.filter((stage) => names.includes(stage.name)) : stages;
}

export async function main(args: string[]): Promise<number> {
  const chosen = choose(args);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const lines: string[] = [];
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of chosen) {
    console.log(`\n── ${stage.title} ──`);
    const started = Date.now();
    const ok = await run(stage);
    const counts = countsOf(stage, ok);
    for (const key of ["passed", "failed", "skipped"] as const) total[key] += counts[key];
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    const detail = stage.counts
      ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, `
      : "";
    lines.push(`${ok ? "✓" : "✗"} ${stage.title} (${detail}${seconds} s)`);
  }
  console.log(`\n${lines.join("\n")}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}
