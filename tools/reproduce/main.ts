/** `npm run reproduce`: do the notebooks, run afresh, give the outputs that are stored in them? */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { findNotebooks, nameOf } from "../common/find";
import { formatNotebook, readNotebook, writeNotebook } from "../common/notebook";
import { Problem } from "../common/problem";
import { cleanNotebook } from "./clean";
import { executeNotebook } from "./execute";
import { addImages } from "./images";
import { type Finding, judgeOutputs, judgeRun, keepAgreeing } from "./judge";
import { otherKernel } from "./kernel";
import { formatFinding, Progress } from "./report";

const CELL_TIMEOUT = 120;

export const usage = `npm run reproduce [-- NOTEBOOK…] [--update] [--timeout SECONDS] [--jobs N]

Runs the notebooks named, or all, in fresh kernels and compares every output with the stored one.
--update    stores the outputs that differ, with a static picture of each figure
--timeout   how long a cell may take (${CELL_TIMEOUT})
--jobs      how many notebooks run at once (as many as there are processors)`;

interface Options {
  update: boolean;
  timeout: number;
  jobs: number;
}

function parse(args: string[]): { names: string[]; options: Options } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        update: { type: "boolean", default: false },
        timeout: { type: "string", default: String(CELL_TIMEOUT) },
        jobs: { type: "string", default: String(availableParallelism()) },
      },
    });
    const positive = (name: string, text: string) => {
      const value = Number(text);
      if (!(value > 0)) throw new Error(`--${name} must be a number > 0, got ${text}`);
      return value;
    };
    const timeout = positive("timeout", values.timeout);
    const jobs = Math.max(1, Math.floor(positive("jobs", values.jobs)));
    return { names: positionals, options: { update: values.update, timeout, jobs } };
  } catch (error) {
    throw new Problem(`reproduce: ${(error as Error).message}\n\n${usage}`);
  }
}

interface Verdict {
  findings: Finding[];
  seconds: number;
  /** Whether `--update` changed the file. */
  changed: boolean;
}

async function reproduce(path: string, options: Options, progress: Progress): Promise<Verdict> {
  const name = nameOf(path);
  const stored = readNotebook(path);
  const kernel = otherKernel(stored);
  if (kernel) {
    const what =
      `its kernel is ${kernel}, and the course's notebooks run on TypeScript (tslab): ` +
      "choose that kernel in JupyterLab, or keep the notebook elsewhere";
    return { findings: [{ cell: 0, what, source: "" }], seconds: 0, changed: false };
  }
  progress.set(name, "starts");
  const run = await executeNotebook(path, {
    timeout: options.timeout,
    onCell: (index) => progress.set(name, `${index + 1}/${stored.cells.length}`),
  });
  const findings = judgeRun(run);
  let changed = false;
  if (findings.length === 0) {
    const fresh = cleanNotebook(run.executed);
    if (options.update) {
      progress.set(name, "pictures");
      const pictured = await addImages(keepAgreeing(stored, fresh));
      for (const notice of pictured.notices) progress.note(`  ${name}: ${notice}`);
      changed = formatNotebook(pictured.notebook) !== formatNotebook(stored);
      if (changed) writeNotebook(path, pictured.notebook);
    } else {
      findings.push(...judgeOutputs(stored, fresh));
    }
  }
  return { findings, seconds: run.seconds, changed };
}

/** Calls `work` on every item, `jobs` at a time, in order. */
async function pool<T>(items: readonly T[], jobs: number, work: (item: T) => Promise<void>) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker));
}

export async function main(args: string[]): Promise<number> {
  const { names, options } = parse(args);
  const notebooks = findNotebooks(names);
  if (notebooks.length === 0) {
    console.log("There is no notebook yet.");
    return 0;
  }
  const started = Date.now();
  const progress = new Progress();
  const reports: string[] = [];
  let failed = 0;
  await pool(notebooks, options.jobs, async (path) => {
    const name = nameOf(path);
    const { findings, seconds, changed } = await reproduce(path, options, progress);
    const mark = findings.length ? "✗" : "✓";
    const news = changed ? ", outputs stored" : "";
    progress.done(name, `${mark} ${name} (${seconds.toFixed(1)} s${news})`);
    if (findings.length) failed++;
    reports.push(...findings.map((finding) => formatFinding(name, finding)));
  });
  for (const report of reports) console.log(`\n${report}`);
  const total = ((Date.now() - started) / 1000).toFixed(1);
  const verb = options.update ? "ran" : "reproduced";
  console.log(
    `\n${notebooks.length - failed} of ${notebooks.length} notebooks ${verb} in ${total} s`,
  );
  return failed === 0 ? 0 : 1;
}
