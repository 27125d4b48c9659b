/** Messages as V8 makes them of cells that were really changed and run. */
import { beforeAll, expect, test } from "vitest";
import { asWritten } from "../../../../../tools/kernel/session/errors/asWritten";
import { createNotebook } from "../../language/notebook";

const notebook = createNotebook();
beforeAll(async () => {
  await notebook.run(
    "let data: any = {}, f: any = 1, größe: any = 2; import { join } from 'path'; let x_1: any = {}",
  );
});

test.each([
  ["data.nope()", "data.nope is not a function"],
  ["f(1)", "f is not a function"],
  ["größe(1)", "größe is not a function"],
  ["f`x`", "f is not a function"],
  ["new f()", "f is not a constructor"],
  ["[...f]", "f is not iterable"],
  ["for (const x of data) {}", "data is not iterable"],
  ["const { q } = data.none", "Cannot destructure property 'q' of 'data.none' as it is undefined."],
  ["(await data).nope()", "(await …).nope is not a function"],
  ["for await (const x of data) {}", "what `for await` goes over is not async iterable"],
  ["x_1.nope()", "x_1.nope is not a function"],
  ["const y_1: any = {}; y_1.nope()", "y_1.nope is not a function"],
  ["const __scope: any = {}; data.nope()", "data.nope is not a function"],
])("%s", async (cell, message) => {
  const thrown = await notebook.run(cell).then(
    () => new Error("nothing was thrown"),
    (error: Error) => error,
  );
  expect(asWritten(thrown.message)).toBe(message);
});

test("other messages stay", () => {
  for (const message of ["", "my__scope.x", "a (0, b.c) d", "solve: b must have length 3"]) {
    expect(asWritten(message)).toBe(message);
  }
});
