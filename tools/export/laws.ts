/** The library's families of laws as a script for the pages: what a slider draws is what the kernel draws. */
import { createRequire } from "node:module";
import { join } from "node:path";

/** As much of esbuild as is used; tsx, which runs these tools, brings it along. */
interface Esbuild {
  buildSync(options: object): { outputFiles: { text: string }[] };
}

/** Node's modules at the edges of the library: its native engine and the way to the kernel. */
const NODE = ["node:fs", "node:module", "node:path", "node:async_hooks", "node:crypto"];

/** The script, which gives `window.mml` the families and how they are drawn. */
export function lawsScript(): string {
  const esbuild = createRequire(require.resolve("tsx/package.json"))("esbuild") as Esbuild;
  const absent = join(__dirname, "client", "absent.cjs");
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [join(__dirname, "client", "laws.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    define: { "process.env": "{}" },
    alias: Object.fromEntries(NODE.map((name) => [name, absent])),
  });
  return (outputFiles[0] as { text: string }).text;
}
