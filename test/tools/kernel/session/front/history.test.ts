import { expect, test } from "vitest";
import { History } from "../../../../../tools/kernel/session/front/history";

function history(): History {
  const kept = new History();
  ["a = 1", "b = 2", "a = 1", "f(x) [y]"].forEach((input, i) => {
    kept.add(i + 1, input);
  });
  kept.result(4, "4");
  return kept;
}
const lines = (request: Record<string, unknown>) => {
  const reply = history().reply(request);
  expect(reply.status).toBe("ok");
  return (reply.history as unknown[][]).map(([session, line, input]) => {
    expect(session).toBe(0);
    return [line, input];
  });
};

test("the last ones", () => {
  expect(lines({ hist_access_type: "tail", n: 2 }).map(([line]) => line)).toEqual([3, 4]);
  expect(lines({ hist_access_type: "tail", n: 0 })).toEqual([]);
  expect(lines({ hist_access_type: "tail" })).toHaveLength(4);
});

test("a range, its end not in it; other sessions are not known", () => {
  const range = { hist_access_type: "range", start: 2, stop: 4 };
  expect(lines({ ...range, session: 0 }).map(([line]) => line)).toEqual([2, 3]);
  expect(lines({ ...range, session: 7 })).toEqual([]);
});

test("a search by pattern, each input once if that is wished", () => {
  const search = { hist_access_type: "search" };
  expect(lines({ ...search, pattern: "a*" }).map(([line]) => line)).toEqual([1, 3]);
  expect(lines({ ...search, pattern: "a*", unique: true }).map(([line]) => line)).toEqual([3]);
  expect(lines({ ...search, pattern: "?(x) [y]" })).toEqual([[4, "f(x) [y]"]]);
  expect(lines({ ...search, pattern: "*", n: 1 }).map(([line]) => line)).toEqual([4]);
});

test("results beside the inputs", () => {
  const reply = history().reply({ hist_access_type: "tail", n: 2, output: true });
  expect(reply.history).toEqual([
    [0, 3, ["a = 1", null]],
    [0, 4, ["f(x) [y]", "4"]],
  ]);
});
