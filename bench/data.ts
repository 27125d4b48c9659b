/**
 * CSV files and the verbs of data frames against pandas and danfo: `npm run bench -- data [name …]`.
 *
 * The file has 10⁶ rows of an id, two measurements, a word and a truth; the frames have 10⁵ rows. Ours
 * and danfo's are read into data frames of danfo's, pandas' into its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataFrame } from "danfojs-node";
import * as danfo from "danfojs-node";
import { alternate, type Contender, here, median, ratio, there } from "./alternate";
import { compiled } from "./compiled";
import { PythonPeer } from "./python";
import type { Choice } from "./run";
import { duration, machine, markdownTable, times } from "./table";

const { rng } = compiled<typeof import("../lib/core")>("core");
const data = compiled<typeof import("../lib/data")>("data");

const [FILE_ROWS, FRAME_ROWS] = [1e6, 1e5];

/** One task in the words of each side; danfo's where it has it. */
interface Task {
  ours: (frames: Frames) => unknown;
  pandas: string;
  danfo?: (frames: Frames) => unknown;
}

interface Frames {
  file: string;
  df: DataFrame;
  other: DataFrame;
}

const TASKS: Record<string, Task> = {
  readCSV: {
    ours: ({ file }) => data.readCSV(file),
    pandas: "pd.read_csv(file)",
    danfo: ({ file }) => danfo.readCSV(file),
  },
  "readCSV, rows": {
    ours: ({ file }) => data.readCSV(file).values.length,
    pandas: "pd.read_csv(file).values",
  },
  "groupBy mean": {
    ours: ({ df }) => data.groupBy(df, "key").agg({ x: "mean" }),
    pandas: "df.groupby('key').agg({'x': 'mean'})",
    danfo: ({ df }) => df.groupby(["key"]).col(["x"]).mean(),
  },
  merge: {
    ours: ({ df, other }) => data.merge(df, other, { on: "id" }),
    pandas: "df.merge(other, on='id')",
  },
  "sortBy two keys": {
    ours: ({ df }) => data.sortBy(df, ["key", "x"]),
    pandas: "df.sort_values(['key', 'x'], kind='stable')",
  },
  describe: {
    ours: ({ df }) => data.describe(df),
    pandas: "df.describe()",
  },
};

export const parts = Object.keys(TASKS);

function csvText(): string {
  const random = rng(1);
  const [x, y] = [random.normal(0, 1, FILE_ROWS), random.random(FILE_ROWS)];
  const words = ["alpha", "beta", "gamma", "delta"];
  const lines = x.map(
    (v, i) => `${i},${v},${y[i].toFixed(4)},${words[i & 3]},${i % 3 === 0 ? "true" : "false"}`,
  );
  return `id,x,y,word,flag\n${lines.join("\n")}\n`;
}

/** danfo reads files asynchronously. */
function later(name: string, f: () => unknown): Contender {
  return {
    name,
    time: async (repeat) => {
      const start = process.hrtime.bigint();
      for (let i = 0; i < repeat; i++) await f();
      return Number(process.hrtime.bigint() - start) / 1e9 / repeat;
    },
  };
}

async function prepare(peer: PythonPeer, folder: string): Promise<Frames> {
  const file = join(folder, "rows.csv");
  writeFileSync(file, csvText());
  const random = rng(2);
  const [id, key, x] = [
    random.permutation(FRAME_ROWS),
    random.integers(0, 1000, FRAME_ROWS),
    random.normal(0, 1, FRAME_ROWS),
  ];
  const partner = random.permutation(FRAME_ROWS);
  for (const [name, values] of Object.entries({ id, key, x, partner })) {
    await peer.array(name, values);
  }
  await peer.run(
    `import pandas as pd; file = ${JSON.stringify(file)}\n` +
      "df = pd.DataFrame({'id': id, 'key': key, 'x': x}); other = pd.DataFrame({'id': partner, 'y': x})",
  );
  const rows = id.map((v, i) => [v, key[i], x[i]]);
  return {
    file,
    df: data.toDataFrame(rows, { columns: ["id", "key", "x"] }),
    other: data.toDataFrame(
      partner.map((v, i) => [v, x[i]]),
      { columns: ["id", "y"] },
    ),
  };
}

/** Runs the comparison for the tasks named, or all; returns the table. */
export async function run({ names }: Choice): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "mml-bench-"));
  const peer = new PythonPeer();
  try {
    const frames = await prepare(peer, folder);
    const version = (await peer.value("pd.__version__")) as string;
    const rows: string[][] = [];
    for (const name of names.length > 0 ? names : parts) {
      const { ours, pandas, danfo: danfos } = TASKS[name];
      const seconds = await alternate(
        [
          here("ours", () => ours(frames)),
          there("pandas", peer, pandas),
          ...(danfos ? [later("danfo", () => danfos(frames))] : []),
        ],
        { rounds: 5, budget: 60 },
      );
      const [a, b, c] = ["ours", "pandas", "danfo"].map((who) => seconds.get(who));
      const row = [
        name,
        duration(median(a!)),
        duration(median(b!)),
        times(ratio(a!, b!)),
        times(c && ratio(c, a!)),
      ];
      console.log(row.join("  "));
      rows.push(row);
    }
    return `${machine(["danfojs-node"])}, pandas ${version}\n\n${markdownTable(["", "ours", "pandas", "ours ÷ pandas", "danfo ÷ ours"], rows)}`;
  } finally {
    peer.close();
    rmSync(folder, { recursive: true });
  }
}
