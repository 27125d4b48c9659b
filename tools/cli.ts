/** Dispatches `npm start`, `npm test`, … to the program that does the job. */

/** What the module of a command exports. */
interface Command {
  /** Does the job; the exit code. */
  main: (args: string[]) => Promise<number>;
  /** How it is called and what it does, for `--help`. */
  usage: string;
}

const commands: Record<string, () => Promise<Command>> = {
  setup: () => import("./setup/main.ts"),
  lab: () => import("./lab/main.ts"),
  test: () => import("./test/main.ts"),
  reproduce: () => import("./reproduce/main.ts"),
  export: () => import("./export/main.ts"),
  bench: () => import("../bench/run.ts"),
  coverage: () => import("./coverage/main.ts"),
};

async function run([name = "", ...args]: string[]): Promise<number> {
  const load = commands[name];
  if (!load) {
    console.error(
      `Unknown command ${JSON.stringify(name)}; known: ${Object.keys(commands).join(", ")}`,
    );
    return 2;
  }
  const { main, usage } = await load();
  if (args.includes("--help") || args.includes("-h")) {
    console.log(usage);
    return 0;
  }
  return main(args);
}

// A signal ends us by way of "exit", so that programs we have started are stopped too.
process.once("SIGTERM", () => process.exit(143));
process.once("SIGHUP", () => process.exit(129));

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const remedy = error.name === "Problem";
    console.error(remedy ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  },
);
