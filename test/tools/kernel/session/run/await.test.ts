import { expect, test } from "vitest";
import { createAwaits } from "../../../../../tools/kernel/session/run/await";

function awaits(stopAfter = Number.POSITIVE_INFINITY) {
  let checks = 0;
  const check = () => {
    if (++checks > stopAfter) throw new Error("stopped");
  };
  return createAwaits({ check, notice() {}, answer() {}, forced() {} });
}

async function gather<T>(source: AsyncIterable<T>, most = Number.POSITIVE_INFINITY): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) {
    items.push(item);
    if (items.length >= most) break;
  }
  return items;
}

test("every kind of source is gone through as by for await itself", async () => {
  const { each } = awaits();
  async function* generate() {
    yield 1;
    yield 2;
  }
  expect(await gather(each(generate()))).toEqual([1, 2]);
  expect(await gather(each([1, Promise.resolve(2)]))).toEqual([1, 2]);
  expect(await gather(each("ab"))).toEqual(["a", "b"]);
  expect(await gather(each(new Set([1])))).toEqual([1]);
  expect(() => each(5 as never)[Symbol.asyncIterator]()).toThrow("5 is not async iterable");
});

test("leaving the loop ends the source, async or not; coming to its end does not", async () => {
  const { each } = awaits();
  const ended: string[] = [];
  async function* late() {
    try {
      yield 1;
      yield 2;
    } finally {
      ended.push("late");
    }
  }
  expect(await gather(each(late()), 1)).toEqual([1]);
  const iterable = {
    [Symbol.iterator]: () => ({
      left: 2,
      next() {
        return this.left-- > 0
          ? { value: this.left, done: false }
          : { value: undefined, done: true };
      },
      return: () => {
        ended.push("now");
        return { value: undefined, done: true };
      },
    }),
  };
  expect(await gather(each(iterable as Iterable<number | undefined>), 1)).toEqual([1]);
  expect(await gather(each(iterable as Iterable<number | undefined>))).toEqual([1, 0]);
  expect(ended).toEqual(["late", "now"]);
});

test("a stopped run does not go on, and its source is ended", async () => {
  const { each, resumed } = awaits(3);
  let ended = false;
  async function* numbers() {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      ended = true;
    }
  }
  await expect(gather(each(numbers()))).rejects.toThrow("stopped");
  expect(() => resumed(undefined, 1)).toThrow("stopped");
  expect(ended).toBe(false); // as for any error of the source itself, for await does not call return
});
