import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { filesBelow, hashFiles } from "../../tools/common/files";
import { findNotebooks } from "../../tools/common/find";
import { CACHE, ROOT } from "../../tools/common/project";
import { labArguments, labUrl, locate } from "../../tools/lab/main";
import { explain } from "../../tools/setup/remedies";
import { isDone, runSteps, type Step } from "../../tools/setup/step";

const { acquire } = require("../../tools/setup/lock.cjs") as {
  acquire(file: string): Promise<{ note(group: number): void; release(): void }>;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "set up é "));
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe("steps", () => {
  const name = `test-${process.pid}`;
  afterEach(() => rmSync(join(CACHE, "stamps", name), { force: true }));
  const step = (over: Partial<Step> = {}): Step & { runs: number } => {
    const output = join(folder, "out");
    const made = {
      name,
      title: "a step",
      key: () => "k1",
      outputs: [output],
      runs: 0,
      work: () => {
        made.runs++;
        writeFileSync(output, "done");
      },
      ...over,
    };
    return made;
  };

  test("run once for a key, again for another key or when an output is gone", async () => {
    const s = step();
    await runSteps([s]);
    await runSteps([s]);
    expect(s.runs).toBe(1);
    s.key = () => "k2";
    await runSteps([s]);
    expect(s.runs).toBe(2);
    rmSync(join(folder, "out"));
    await runSteps([s]);
    expect(s.runs).toBe(3);
  });

  test("is done again when a source changes while it works", async () => {
    let source = "a";
    const s = step({ key: () => source });
    const { work } = s;
    s.work = () => {
      work();
      source = "b";
    };
    await runSteps([s]);
    expect(isDone(s)).toBe(false);
    source = "a";
    expect(isDone(s)).toBe(true);
  });

  test("that fail half-way do not count as done, and leave an older stamp invalid", async () => {
    const s = step();
    await runSteps([s]);
    s.key = () => "k2";
    s.work = () => {
      throw new Error("killed");
    };
    await expect(runSteps([s])).rejects.toThrow("killed");
    s.key = () => "k1";
    expect(isDone(s)).toBe(false);
  });

  test("name the remedy when the disk is full or not writable", () => {
    const error = (code: string) => Object.assign(new Error("x"), { code, path: "/p" });
    expect(explain(error("ENOSPC")).message).toMatch(/disk is full.*4 GB/);
    expect(explain(error("EACCES")).message).toMatch(/Cannot write \/p/);
    expect(explain(error("EOTHER")).message).toBe("x");
  });

  test("keys depend on names and contents of files", () => {
    mkdirSync(join(folder, "a"));
    writeFileSync(join(folder, "a", "x"), "1");
    const files = filesBelow(folder);
    expect(files).toEqual([join(folder, "a", "x")]);
    const before = hashFiles(files);
    writeFileSync(join(folder, "a", "x"), "2");
    expect(hashFiles(files)).not.toBe(before);
  });
});

describe("lock", () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  test("is taken and given back", async () => {
    const file = join(folder, "lock");
    const lock = await acquire(file);
    expect(existsSync(file)).toBe(true);
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  test("of a dead process is taken over, and what the dead one left running is ended", async () => {
    const file = join(folder, "lock");
    const orphan = spawn("sleep", ["60"], { cwd: ROOT, detached: true });
    children.push(orphan);
    const dead = spawn("true");
    await new Promise((resolve) => dead.on("exit", resolve));
    writeFileSync(file, JSON.stringify({ pid: dead.pid, group: orphan.pid }));
    const ended = new Promise((resolve) => orphan.on("exit", (_, signal) => resolve(signal)));
    const lock = await acquire(file);
    expect(await ended).toBe("SIGKILL");
    expect(JSON.parse(readFileSync(file, "utf8")).pid).toBe(process.pid);
    lock.release();
  });

  test("of a living process is waited for", async () => {
    const file = join(folder, "lock");
    const owner = spawn("sleep", ["60"]);
    children.push(owner);
    writeFileSync(file, JSON.stringify({ pid: owner.pid }));
    let taken = false;
    const waiting = acquire(file).then((lock) => {
      taken = true;
      lock.release();
    });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(taken).toBe(false);
    expect(vi.mocked(console.log).mock.calls[0]![0]).toMatch(`process ${owner.pid}`);
    rmSync(file);
    await waiting;
    expect(taken).toBe(true);
  });

  test("half written by a killed process is taken over", async () => {
    const file = join(folder, "lock");
    writeFileSync(file, "{");
    (await acquire(file)).release();
    expect(existsSync(file)).toBe(false);
  });
});

describe("npm start", () => {
  test("finds a notebook from the user's folder or the root, and nothing outside", () => {
    expect(locate("package.json", folder)).toBe("package.json");
    expect(locate("core", join(ROOT, "lib"))).toBe(join("lib", "core"));
    expect(() => locate("nowhere.ipynb", folder)).toThrow(/There is no nowhere\.ipynb/);
    writeFileSync(join(folder, "x.ipynb"), "");
    expect(() => locate(join(folder, "x.ipynb"))).toThrow(/outside the course's folder/);
  });

  test("escapes what a path may hold", () => {
    expect(labUrl(join("Notes", "a b#é.ipynb"))).toBe("/lab/tree/Notes/a%20b%23%C3%A9.ipynb");
  });

  test("opens a browser only where there is a display, and allows root only to root", () => {
    const display = { DISPLAY: ":0" };
    expect(labArguments("/lab", display, false)).not.toContain("--allow-root");
    expect(labArguments("/lab", display, true)).toContain("--allow-root");
    if (process.platform === "linux") {
      expect(labArguments("/lab", {}, false)).toContain("--no-browser");
      expect(labArguments("/lab", display, false)).not.toContain("--no-browser");
    }
    for (const arg of labArguments("/lab", display, true)) expect(arg).not.toMatch(/token|ip=/);
  });
});

describe("finding notebooks", () => {
  test("names what is missing or no notebook", () => {
    expect(() => findNotebooks(["gone.ipynb"], folder)).toThrow(/There is no gone\.ipynb/);
    expect(() => findNotebooks(["package.json"], ROOT)).toThrow(/is not a notebook/);
    expect(() => findNotebooks([folder])).toThrow(/no notebook in/);
    writeFileSync(join(folder, "b.ipynb"), "");
    writeFileSync(join(folder, ".draft.ipynb"), "");
    mkdirSync(join(folder, ".ipynb_checkpoints"));
    writeFileSync(join(folder, ".ipynb_checkpoints", "a-checkpoint.ipynb"), "{}");
    writeFileSync(join(folder, "a.ipynb"), "");
    expect(findNotebooks([folder])).toEqual([join(folder, "a.ipynb"), join(folder, "b.ipynb")]);
  });
});

describe("versions of Node", () => {
  const { refusal, SUPPORTED } = require("../../tools/setup/node.cjs") as {
    refusal: (version: string) => string | undefined;
    SUPPORTED: number[];
  };

  test("those that are supported are let in, others refused by name", () => {
    for (const major of SUPPORTED) expect(refusal(`${major}.1.0`)).toBeUndefined();
    for (const version of ["18.20.4", "21.7.3", "23.11.0", "2.0.0", "200.0.0"]) {
      expect(refusal(version)).toMatch(`this is Node ${version}.`);
    }
    expect(refusal("18.20.4")).toMatch(/^This course runs on Node 20[\s\S]*Install one of these/);
  });

  test("package.json and CI name the same", () => {
    const root = join(__dirname, "..", "..");
    const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(engines.node).toBe(SUPPORTED.map((major) => `^${major}.0.0`).join(" || "));
    const workflow = readFileSync(join(root, ".github", "workflows", "ci.yml"), "utf8");
    expect(workflow).toMatch(`node: [${SUPPORTED.join(", ")}]`);
  });
});
