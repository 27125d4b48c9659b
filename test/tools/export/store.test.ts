import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Fragment } from "../../../tools/export/fragment";
import { FragmentStore } from "../../../tools/export/store";
import { scratch } from "./course";

const { folder, remove } = scratch();
afterAll(remove);
const kept = join(folder, "kept");
const fragment = { title: "T", html: "<p>é</p>" } as Fragment;

test("gives back what was put, by the path and content of the source, and the tools", () => {
  const store = new FragmentStore(kept, "tools 1");
  const source = join(folder, "a.md");
  writeFileSync(source, "# A");
  const key = store.keyOf(folder, { path: "a.md" });
  expect(store.get(key)).toBeNull();
  store.put(key, fragment);
  expect(store.get(key)).toEqual(fragment);
  expect(new FragmentStore(kept, "tools 1").keyOf(folder, { path: "a.md" })).toBe(key);
  expect(new FragmentStore(kept, "tools 2").keyOf(folder, { path: "a.md" })).not.toBe(key);
  writeFileSync(join(folder, "a.ipynb"), "# A");
  expect(store.keyOf(folder, { path: "a.ipynb" })).not.toBe(key);
  expect(store.keyOf(folder, { path: "a.md", text: "# A" })).toBe(key);
  expect(store.keyOf(folder, { path: "b.md", text: "# A" })).not.toBe(key);
  writeFileSync(source, "# B");
  expect(store.keyOf(folder, { path: "a.md" })).not.toBe(key);
});

test("forgets what nobody asked for in a long time", () => {
  const store = new FragmentStore(join(folder, "old"), "tools");
  store.put("new", fragment);
  store.put("old", fragment);
  store.put("asked", fragment);
  const long = new Date(Date.now() - 40 * 24 * 3600 * 1000);
  for (const name of ["old", "asked"]) utimesSync(join(folder, "old", `${name}.json`), long, long);
  store.get("asked");
  store.tidy(30);
  expect(readdirSync(join(folder, "old")).sort()).toEqual(["asked.json", "new.json"]);
});
