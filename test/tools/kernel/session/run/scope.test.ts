import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { Run, within } from "../../../../../tools/kernel/session/run/run";
import { type Access, createScope } from "../../../../../tools/kernel/session/run/scope";

const inCell = (count: number, work: () => void) => within(new Run({} as never, count), work);

test("a name is the variable of its cell, read and written", () => {
  const { names, bind } = createScope();
  let x = 1;
  bind({
    x: [
      () => x,
      (value) => {
        x = value as number;
      },
    ],
  });
  x = 2;
  expect(names.x).toBe(2);
  names.x = 3;
  expect(x).toBe(3);
  expect(Object.keys(names)).toEqual(["x"]);
});

test("a later cell's declaration stands in the same place", () => {
  const { names, bind } = createScope();
  bind({ x: [() => "old"] });
  const read = () => names.x;
  expect(read()).toBe("old");
  bind({ x: [() => "new"] });
  expect(read()).toBe("new");
});

test("a constant cannot be written", () => {
  const { names, bind } = createScope();
  inCell(2, () => bind({ c: [() => 1] }));
  expect(() => {
    names.c = 2;
  }).toThrow("c is a constant of cell 2");
});

test("a name whose cell stopped before its line says so, for reading and writing", () => {
  const { names, bind } = createScope();
  const later = async (bindIt: (access: Access) => void, line: Promise<never>) => {
    bindIt([
      () => late,
      (value) => {
        late = value as number;
      },
    ]);
    await line;
    let late = 1;
  };
  later((access) => inCell(4, () => bind({ late: access })), new Promise(() => {}));
  const message = "late has no value: cell 4, which declares it, stopped before that line";
  expect(() => names.late).toThrow(new ReferenceError(message));
  expect(() => {
    names.late = 1;
  }).toThrow(new ReferenceError(message));
});

test("the engine reads names of earlier cells as fast properties, after many declarations too", () => {
  setFlagsFromString("--allow-natives-syntax");
  const isFast = runInThisContext("(object) => %HasFastProperties(object)");
  const { names, bind } = createScope();
  for (let i = 0; i < 500; i++) bind({ [`name${i % 250}`]: [() => i] });
  expect(names.name3).toBe(253);
  expect(isFast(names)).toBe(true);
  setFlagsFromString("--no-allow-natives-syntax");
});

test("names that every object has are names like others", () => {
  const { names, bind } = createScope();
  const access = (value: number): Access => [() => value];
  bind({ constructor: access(1), ["__proto__"]: access(2), toString: access(3) });
  expect(names.constructor).toBe(1);
  expect(Reflect.get(names, "__proto__")).toBe(2);
  expect(names.toString).toBe(3);
});
