/**
 * Runs benchmarks: `npm run bench -- linalg [options]` runs bench/linalg.ts. Each of those files
 * exports `run(options)`, which returns its table as Markdown; `--update` also puts it into README.md.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { updateReadme } from "./table";

/** What a benchmark file exports. */
export interface Benchmark {
  /** Runs it with the words after its name; prints its progress and returns the table. */
  run: (options: readonly string[]) => Promise<string>;
}

const SHARED = ["alternate", "python", "run", "table"];

/** Runs the benchmark named first, or all, with the words that follow; the exit code. */
export async function main([name, ...rest]: string[]): Promise<number> {
  const known = readdirSync(__dirname)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3))
    .filter((file) => !SHARED.includes(file));
  const isNamed = name !== undefined && !name.startsWith("--");
  if (isNamed && !known.includes(name)) {
    console.error(`bench: no benchmark "${name}"; known: ${known.join(", ")}`);
    return 2;
  }
  const words = isNamed || name === undefined ? rest : [name, ...rest];
  for (const benchmark of isNamed ? [name] : known) {
    const { run } = (await import(join(__dirname, `${benchmark}.ts`))) as Benchmark;
    const table = await run(words.filter((word) => word !== "--update"));
    console.log(`\n${table}\n`);
    if (words.includes("--update")) updateReadme(benchmark, table);
  }
  return 0;
}

if (require.main === module) {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
