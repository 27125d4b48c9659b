/** `npm run bench`: measures ours against its peers, and puts the tables into README.md when asked. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { updateReadme } from "./table";
import { UsageError } from "./usageError";

/** What a benchmark may be narrowed to; nothing named means everything. */
export interface Choice {
  sizes: readonly number[];
  names: readonly string[];
}

/** What a benchmark file exports. */
export interface Benchmark {
  /** Names of its parts that may be chosen. Default: none. */
  parts?: readonly string[];
  /** Whether sizes may be chosen. Default false. */
  sized?: boolean;
  /** Runs it; prints its progress and returns the table as Markdown. */
  run: (choice: Choice) => Promise<string>;
}

const SHARED = ["alternate", "compiled", "python", "run", "table", "usageError"];

const known = readdirSync(__dirname)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3))
  .filter((file) => !SHARED.includes(file));

export const usage = `npm run bench [-- BENCHMARK [SIZE…] [PART…]] [--update]

Runs all benchmarks, or one of ${known.join(", ")}; of some only the sizes and parts named:
npm run bench -- linalg 256 svd eigh
--update   puts the whole table into bench/README.md`;

/** What the words after a benchmark's name choose; a word that means nothing to it is an error. */
function choose(name: string, { parts = [], sized = false }: Benchmark, words: string[]): Choice {
  const sizes: number[] = [];
  const names: string[] = [];
  for (const word of words) {
    if (parts.includes(word)) names.push(word);
    else if (sized && /^[1-9]\d*$/.test(word)) sizes.push(Number(word));
    else {
      const said = [...(sized ? ["sizes"] : []), ...parts].join(", ") || "nothing to choose";
      throw new UsageError(`bench: ${name} has no "${word}"; it has ${said}`);
    }
  }
  return { sizes, names };
}

/** Runs the benchmark named first, or all, with the words that follow; the exit code. */
export async function main(args: string[]): Promise<number> {
  const isUpdate = args.includes("--update");
  const [name, ...words] = args.filter((word) => word !== "--update");
  if (name !== undefined && !known.includes(name)) {
    throw new UsageError(`bench: no benchmark "${name}"; known: ${known.join(", ")}`);
  }
  if (isUpdate && words.length > 0) {
    throw new UsageError(
      "bench: --update stores the whole table, so it goes with no choice of parts",
    );
  }
  for (const title of name === undefined ? known : [name]) {
    const benchmark = (await import(join(__dirname, `${title}.ts`))) as Benchmark;
    const table = await benchmark.run(choose(title, benchmark, words));
    console.log(`\n${table}\n`);
    if (isUpdate) updateReadme(title, table);
  }
  return 0;
}
