/**
 * The door of every npm script: checks Node, installs the packages of package-lock.json when they are
 * not there, runs set-up, then the command. Plain JavaScript, because nothing is installed yet when it
 * starts; everything behind it is TypeScript (tools/cli.ts).
 */
"use strict";

const { refusal } = require("./setup/node.cjs");

const refused = refusal(process.versions.node);
if (refused) {
  console.error(refused);
  process.exit(1);
}

const { createHash } = require("node:crypto");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { spawn } = require("node:child_process");
const { acquire } = require("./setup/lock.cjs");

const ROOT = join(__dirname, "..");
const STAMP = join(ROOT, "node_modules", ".installed");

/** Runs a program in a process group of its own, so that stopping us stops all of it. */
function run(program, args, lock) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === "win32";
    const child = spawn(program, args, { cwd: ROOT, stdio: "inherit", detached: !shell, shell });
    lock.note(child.pid);
    const stop = (signal) => {
      try {
        process.kill(shell ? child.pid : -child.pid, signal);
      } catch {
        // it has ended already
      }
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, stop);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const name of signals) process.off(name, stop);
      resolve(signal ? 130 : code);
    });
  });
}

function packagesKey() {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", ".npmrc"]) {
    hash.update(readFileSync(join(ROOT, file)));
  }
  return `${hash.digest("hex")} node ${process.versions.modules} ${process.platform}-${process.arch}`;
}

async function installPackages(lock) {
  const key = packagesKey();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === key) return;
  const started = Date.now();
  console.log("• npm packages: about 900 MB on disk, from the npm registry …");
  const code = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], lock);
  if (code !== 0) {
    throw new Error(
      "npm could not install the packages; its own message stands above.\n" +
        "With no network, connect and run the command again; with a full disk, free 4 GB. What is done already is kept.",
    );
  }
  writeFileSync(STAMP, key);
  console.log(`✓ npm packages (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}

/** Sets up what is missing, under a lock: two set-ups at once wait for each other. */
async function setUp() {
  const lock = await acquire(join(ROOT, ".cache", "setup.lock"));
  try {
    await installPackages(lock);
    return await run(process.execPath, ["--import", "tsx", "tools/cli.ts", "setup"], lock);
  } finally {
    lock.release();
  }
}

async function main([command, ...args]) {
  const code = await setUp();
  if (code !== 0 || command === "setup") return code;
  const start = process.env.INIT_CWD || process.cwd();
  const child = spawn(process.execPath, ["--import", "tsx", "tools/cli.ts", command, ...args], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, MML_START_DIR: start },
  });
  // Ctrl-C reaches the child by the terminal; a signal sent to us alone is passed on.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("exit", (exit, signal) => resolve(signal ? 130 : exit));
  });
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(`\n✗ ${error.message}`);
    process.exit(1);
  },
);
