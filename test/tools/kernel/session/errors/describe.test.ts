import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { describeThrown, isError } from "../../../../../tools/kernel/session/errors/describe";

const throwing = (name: string) =>
  Object.defineProperty(new Error("m"), name, {
    get() {
      throw new Error("no");
    },
  });

class OwnError extends Error {}

test.each([
  ["an error", new RangeError("r"), "RangeError", "r"],
  ["a class without a name of its own", new OwnError("o"), "OwnError", "o"],
  ["a name given by hand", Object.assign(new Error("n"), { name: "Named" }), "Named", "n"],
  ["an error of another realm", runInNewContext("new TypeError('t')"), "TypeError", "t"],
  ["a message that throws", throwing("message"), "Error", "(its message is unreadable)"],
  ["a name that throws", throwing("name"), "Error", "m"],
  ["a number", 5, "Uncaught", "5"],
  ["a text", "text", "Uncaught", "text"],
  ["nothing", undefined, "Uncaught", "undefined"],
  ["an object", { a: 1 }, "Uncaught", "{ a: 1 }"],
])("%s", (_, thrown, ename, evalue) => {
  expect(describeThrown(thrown)).toEqual({ ename, evalue });
});

test("a proxy that throws at every touch is described all the same", () => {
  const proxy = new Proxy(
    {},
    {
      get() {
        throw new Error("get");
      },
    },
  );
  expect(describeThrown(proxy).ename).toBe("Uncaught");
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(describeThrown(revoked).ename).toBe("Uncaught");
  expect(isError(revoked)).toBe(false);
});

test("a huge message is cut, and says by how much", () => {
  const { evalue } = describeThrown(new Error("x".repeat(1e6)));
  expect(evalue.length).toBeLessThan(5100);
  expect(evalue).toContain("(995000 characters left out)");
});

test("Node's list of who wanted a module is left out", () => {
  const error = new Error("Cannot find module 'a'\nRequire stack:\n- /x/y.js\n- /z.js");
  expect(describeThrown(error).evalue).toBe("Cannot find module 'a'");
});
