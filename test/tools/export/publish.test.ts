import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publish } from "../../../tools/export/publish";
import { scratch } from "./course";

let folder: string;
let remove: () => void;
let out: string;
beforeEach(() => {
  ({ folder, remove } = scratch());
  out = join(folder, "site");
});
afterEach(() => remove());

const none = () => false;
const read = (path: string) => readFileSync(join(out, path), "utf8");

test("writes texts, bytes and copies, and hides the site from git", () => {
  writeFileSync(join(folder, "source.txt"), "copied");
  const files = new Map<string, string | Buffer | { copyOf: string }>([
    ["index.html", "hello"],
    ["a/b.bin", Buffer.from([1, 2])],
    ["a/c.txt", { copyOf: join(folder, "source.txt") }],
  ]);
  expect(publish(out, files, none)).toBe(4);
  expect(read("index.html")).toBe("hello");
  expect(readFileSync(join(out, "a/b.bin"))).toEqual(Buffer.from([1, 2]));
  expect(read("a/c.txt")).toBe("copied");
  expect(read(".gitignore")).toBe("*\n");
});

test("leaves files that have not changed, writes others, removes the rest but what is to be kept", () => {
  publish(
    out,
    new Map([
      ["same", "1"],
      ["other", "2"],
      ["gone", "3"],
      ["kept/x", "4"],
    ]),
    none,
  );
  const inode = statSync(join(out, "same")).ino;
  const changed = publish(
    out,
    new Map([
      ["same", "1"],
      ["other", "changed"],
    ]),
    (path) => path.startsWith("kept/"),
  );
  expect(changed).toBe(1);
  expect(statSync(join(out, "same")).ino).toBe(inode);
  expect(read("other")).toBe("changed");
  expect(existsSync(join(out, "gone"))).toBe(false);
  expect(read("kept/x")).toBe("4");
});

test("a file written anew does not change what was linked to the old one", () => {
  publish(out, new Map([["page", "old"]]), none);
  renameSync(out, join(folder, "before"));
  mkdirSync(out);
  writeFileSync(join(out, "page"), "old");
  publish(out, new Map([["page", "new"]]), none);
  expect(readFileSync(join(folder, "before", "page"), "utf8")).toBe("old");
});

test("takes up after an export that was killed between two renames", () => {
  publish(out, new Map([["page", "old"]]), none);
  renameSync(out, `${out}.old`);
  mkdirSync(`${out}.partial/half`, { recursive: true });
  publish(out, new Map([["page", "new"]]), none);
  expect(read("page")).toBe("new");
  expect(existsSync(`${out}.old`)).toBe(false);
  expect(existsSync(`${out}.partial`)).toBe(false);
  expect(existsSync(join(out, "half"))).toBe(false);
});
