/**
 * The notebooks' kernel against ipykernel and stock tslab, each through a real jupyter_client:
 * `npm run bench -- kernel`. See kernel.py.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { median, ratio } from "./alternate";
import { duration, machine, markdownTable, times } from "./table";

const ROUNDS = 3;
const PYTHON = join(__dirname, "..", ".venv", "bin", "python");

/** Measures by kernel, one number a round. */
type Measures = Record<string, Record<string, number[]>>;

/** What each row shows, and what it is called. */
const ROWS: Record<string, string> = {
  start: "start, until it says what it is",
  "first cell": "start, until a first cell has run",
  import: "import of lib, tfjs and danfo (NumPy and pandas)",
  "2nd cell": "a one-line cell after it",
  "200th cell": "the 200th such cell",
  "100,000 lines": "100,000 printed lines",
  complete: "completion of `linalg.`",
  inspect: "documentation of `linalg.svd`",
  memory: "memory, empty",
  "memory, imported": "memory, after 200 cells",
  "memory, one of nine": "memory, each of nine that have imported",
};

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

function row(key: string, { ours, ipykernel, "stock tslab": stock }: Measures): string[] {
  const unit = key.startsWith("memory") ? megabytes : duration;
  const shown = (of: number[] | undefined) => (of ? unit(median(of)) : "–");
  const [a, b] = [ours![key], ipykernel![key]];
  const against = a && b ? ratio(a, b) : undefined;
  return [ROWS[key]!, shown(a), shown(b), times(against), shown(stock![key])];
}

export async function run(): Promise<string> {
  const script = join(__dirname, "kernel.py");
  const child = spawn(PYTHON, [script, process.execPath, String(ROUNDS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output = (await text(child.stdout)).trim().split("\n").at(-1);
  if (!output) throw new Error("bench: kernel.py ended without a result; its message stands above");
  const measures = JSON.parse(output) as Measures;
  const header = ["", "ours", "ipykernel", "ours ÷ ipykernel", "stock tslab"];
  const table = markdownTable(
    header,
    Object.keys(ROWS).map((key) => row(key, measures)),
  );
  return `${machine(["tslab", "@tensorflow/tfjs-node", "danfojs-node"])}\n\n${table}`;
}
