/** A lock file that outlives neither its owner nor the owner's children. */
"use strict";

const { mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, writeFileSync } =
  require("node:fs");
const { dirname, join } = require("node:path");

const ROOT = join(__dirname, "..", "..");

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * Ends what a killed set-up has left running: the processes of its group that work in this folder.
 * (Linux only, by /proc; elsewhere a left-over child is rare and merely competes for the machine.)
 */
function endLeftovers(group) {
  if (process.platform !== "linux" || !group) return;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const pgrp = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
      const cwd = readlinkSync(`/proc/${pid}/cwd`);
      if (pgrp === group && cwd.startsWith(ROOT)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // it has ended meanwhile, or is somebody else's
    }
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Takes the lock of a dead owner away; true when it was taken by us. */
function takeAway(file, owner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another process was faster
  }
  const moved = read(aside);
  if (moved && owner && moved.pid !== owner.pid) {
    renameSync(aside, file); // a new owner came between our look and our move
    return;
  }
  endLeftovers(moved?.group);
  rmSync(aside, { force: true });
}

/**
 * Waits for the lock and takes it.
 *
 * @param {string} file - The lock file.
 * @returns {Promise<{ note(group: number): void, release(): void }>}
 */
async function acquire(file) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid }), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = read(file);
    if (owner && owner.pid !== process.pid && alive(owner.pid)) {
      if (!told) {
        console.log(
          `Another set-up (process ${owner.pid}) is at work; waiting for it. If there is none, delete .cache/setup.lock.`,
        );
      }
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
    } else if (owner || told) {
      takeAway(file, owner);
    } else {
      told = true; // being written this moment: look once more
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
  return {
    note: (group) => writeFileSync(file, JSON.stringify({ pid: process.pid, group })),
    release: () => rmSync(file, { force: true }),
  };
}

module.exports = { acquire };
