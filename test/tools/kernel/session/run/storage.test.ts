import { expect, test } from "vitest";
import {
  bound,
  enter,
  frameOfThrown,
  now,
  resume,
} from "../../../../../tools/kernel/session/run/context";
import { isFrameBased, Storage } from "../../../../../tools/kernel/session/run/storage";

test("a store holds inside, for what was bound there, and not outside", () => {
  const storage = new Storage<number>();
  const read = storage.run(1, () => Storage.bind(() => storage.getStore()));
  expect(storage.getStore()).toBeUndefined();
  expect(storage.run(2, read)).toBe(1);
  expect(storage.run(2, () => storage.run(3, () => storage.getStore()))).toBe(3);
  expect(storage.run(2, () => storage.exit(() => storage.getStore()))).toBeUndefined();
  const again = storage.run(4, () => Storage.snapshot());
  expect(again((add: number) => storage.getStore()! + add, 1)).toBe(5);
});

test("several stores do not disturb each other", () => {
  const [a, b] = [new Storage<string>(), new Storage<string>()];
  a.run("a", () => b.run("b", () => expect([a.getStore(), b.getStore()]).toEqual(["a", "b"])));
});

test("a wait goes on in its frame, and what comes after does not", async () => {
  const storage = new Storage<number>();
  const frame = storage.run(1, now);
  await Promise.resolve();
  resume(frame);
  expect(storage.getStore()).toBe(1);
  await Promise.resolve();
  await Promise.resolve();
  expect(storage.getStore()).toBeUndefined();
});

test("an error remembers the frame in which it was thrown", () => {
  const storage = new Storage<number>();
  const error = new Error("thrown");
  const fail = storage.run(7, () =>
    bound(() => {
      throw error;
    }),
  );
  expect(fail).toThrow(error);
  expect(storage.in(frameOfThrown(error))).toBe(7);
  expect(storage.in(frameOfThrown(5))).toBeUndefined();
});

test("enterWith and disable last", () => {
  const storage = new Storage<number>();
  storage.enterWith(1);
  expect(storage.getStore()).toBe(1);
  storage.disable();
  expect(storage.getStore()).toBeUndefined();
  enter(undefined);
});

test("Node's own storage is used from version 24 on, and where it was asked for", () => {
  expect(isFrameBased("20.20.2", [])).toBe(false);
  expect(isFrameBased("22.23.5", [])).toBe(false);
  expect(isFrameBased("22.23.5", ["--experimental-async-context-frame"])).toBe(true);
  expect(isFrameBased("24.1.0", [])).toBe(true);
  expect(isFrameBased("24.1.0", ["--no-async-context-frame"])).toBe(false);
});
