import { expect, test } from "vitest";
import { createAllowance } from "../../../../tools/kernel/wire/allowance";
import type { Outgoing } from "../../../../tools/kernel/wire/frames";

const parent = (msg_id: string) => ({
  ...{
    msg_id,
    session: "s",
    username: "u",
    date: "d",
    msg_type: "execute_request",
    version: "5.3",
  },
});
const print = (text: string, cell = "a"): Outgoing => ({
  type: "stream",
  parent: parent(cell),
  content: { name: "stdout", text },
});
const texts = (messages: Outgoing[]) => messages.map(({ content }) => content.text);

test("text passes up to the limit, is cut there with one notice, and then dropped", () => {
  const allow = createAllowance(10);
  expect(texts(allow(print("1234567")))).toEqual(["1234567"]);
  const [cut, notice, ...none] = allow(print("89abcdef"));
  expect(cut!.content.text).toBe("89a");
  expect(notice!.content).toMatchObject({ name: "stderr" });
  expect(notice!.content.text).toMatch(/printed more than .* MB; what follows is not shown/);
  expect(none).toEqual([]);
  expect(allow(print("more"))).toEqual([]);
});

test("text that ends at the limit needs no notice until more comes", () => {
  const allow = createAllowance(3);
  expect(texts(allow(print("abc")))).toEqual(["abc"]);
  expect(texts(allow(print("d")))).toEqual([expect.stringMatching(/is not shown/)]);
  expect(allow(print("e"))).toEqual([]);
});

test("cells have allowances of their own, and what is no text is not counted", () => {
  const allow = createAllowance(3);
  allow(print("abcd"));
  expect(texts(allow(print("abc", "b")))).toEqual(["abc"]);
  const figure: Outgoing = { type: "display_data", parent: parent("a"), content: { data: {} } };
  expect(allow(figure)).toEqual([figure]);
});
