/** What a learner sees of the session, through a real client. */
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Kernel, type Run, textOf } from "../client";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel?.stop());

const of = (run: Run, type: string) =>
  run.iopub.filter(({ msg_type }) => msg_type === type).map(({ content }) => content);
const result = async (code: string) => of(await kernel.run(code), "execute_result")[0]?.data;
const plain = async (code: string) => (await result(code))?.["text/plain"];

/** The error of a cell, which is published and answered alike. */
async function failure(code: string) {
  const run = await kernel.run(code);
  const [error] = of(run, "error");
  const { status, ename, evalue, traceback, execution_count } = run.reply.content;
  expect(status, JSON.stringify(run.reply.content)).toBe("error");
  expect(error).toEqual({ ename, evalue, traceback });
  const text = stripVTControlCharacters(traceback.join("\n"));
  return { ename, evalue, text, count: execution_count as number };
}

test("the last expression is the result; nothing for undefined, null and an ended statement", async () => {
  expect(await plain("const list = [1, 2, 3]; list")).toBe("[ 1, 2, 3 ]");
  for (const none of ["undefined", "null", "list;", "const other = 1;", "// only a word"]) {
    expect(await result(none), none).toBeUndefined();
  }
  expect(await result("[[1, 2], [3, 4]]")).toMatchObject({
    "text/latex": expect.stringContaining("bmatrix"),
    "text/plain": "[ 1  2 ]\n[ 3  4 ]",
  });
  expect(await plain("Promise.resolve(1)")).toBe("Promise { 1 }: `await` gets its value");
  expect(await plain("await Promise.resolve(5)")).toBe("5");
});

test("several figures are displays, the last the result", async () => {
  const run = await kernel.run("const fig = { data: [{ y: [1] }], layout: {} }; [fig, fig]");
  expect(of(run, "display_data")).toHaveLength(1);
  expect(of(run, "execute_result")).toHaveLength(1);
});

test("an error names cell and line, and the calls through cells", async () => {
  const run = await kernel.run(
    "function f(x: number) {\n  // 😀\n  throw new RangeError('no ' + x);\n}",
  );
  const first = run.reply.content.execution_count;
  const { ename, evalue, text, count } = await failure("const g = () =>\n  f(2);\n\ng();");
  expect([ename, evalue]).toEqual(["RangeError", "no 2"]);
  expect(text).toBe(
    [
      "RangeError: no 2",
      `Cell ${first}, line 3, in f`,
      "      1 function f(x: number) {",
      "      2   // 😀",
      "----> 3   throw new RangeError('no ' + x);",
      "                ^",
      "      4 }",
      `called from cell ${count}, line 2: f(2);`,
      `called from cell ${count}, line 4: g();`,
    ].join("\n"),
  );
});

test("the library's frames are one, also through an await", async () => {
  const { text, count } = await failure(
    'import { linalg } from "course";\nawait null;\nlinalg.solve([[1, 2], [2, 5]], [1, 2, 3]);',
  );
  expect(text).toContain("RangeError: solve: b must have length 2 (rows of A), got 3");
  expect(text).toContain(`Cell ${count}, line 3`);
  expect(text.split("\n").filter((line) => line.startsWith("in lib: "))).toEqual([
    "in lib: linalg.solve",
  ]);
  expect(text).not.toMatch(/node:|tslab|node_modules|kernel/);
});

test("a cell that does not fit together does not run at all", async () => {
  const { ename, text, count } = await failure('console.log("ran");\n[1].foo;');
  expect(ename).toBe("TypeError");
  expect(text).toContain(`Cell ${count}, line 2, column 5 (TypeScript 2339)`);
  expect(text).toContain("----> 2 [1].foo;\n            ^^^\nNothing of the cell ran.");
  expect((await failure("const = 3")).ename).toBe("SyntaxError");
  expect(kernel.messages.filter(({ content }) => content.text === "ran\n")).toEqual([]);
});

test("names of a cell that failed live on, those behind the failure say so", async () => {
  const { count } = await failure('const before = 1;\nthrow new Error("x");\nconst behind = 2;');
  expect(await plain("before")).toBe("1");
  const { ename, evalue } = await failure("behind");
  expect(ename).toBe("ReferenceError");
  expect(evalue).toBe(
    `behind has no value: cell ${count}, which declares it, stopped before that line`,
  );
});

test("whatever is thrown leaves the kernel alive", async () => {
  expect((await failure("throw 5")).evalue).toBe("5");
  expect((await failure("throw undefined")).evalue).toBe("undefined");
  expect((await failure("(function r() { r(); })()")).text).toMatch(/\(6\d times\)/);
  expect((await failure("new Float64Array(1e13)")).ename).toBe("RangeError");
  expect((await failure("process.exit(3)")).evalue).toContain("restart the kernel");
  expect((await failure("throw new Proxy({}, { get() { throw 1; } })")).ename).toBe("Uncaught");
  expect(await plain("1 + 1")).toBe("2");
});

test("stack itself names cells", async () => {
  const run = await kernel.run("const stack = new Error('e').stack;\nstack");
  const count = run.reply.content.execution_count;
  expect(of(run, "execute_result")[0]?.data["text/plain"]).toBe(
    `'Error: e\\n    at cell ${count}:1:15'`,
  );
});

test("globals that the kernel needs are put back, the console is not", async () => {
  const run = await kernel.run("Promise = null as any; globalThis.Error = null as any; 1");
  expect(textOf(run.iopub, "stderr")).toContain("replaced Error, Promise");
  expect(await plain("await Promise.resolve(new Error('x').message)")).toBe("'x'");
  await kernel.run("const saved = console; console = { log() {} } as any;");
  expect(textOf((await kernel.run("console.log(1)")).iopub)).toBe("");
  expect(textOf((await kernel.run("console = saved; console.log(2)")).iopub)).toBe("2\n");
});

test("late output and late errors come in the cell that started them", async () => {
  const late = await kernel.execute(
    `setTimeout(() => { console.log("later"); throw new Error("late"); }, 150);
     (async () => { await new Promise((r) => setTimeout(r, 150)); throw new TypeError("nobody waits"); })();
     0;`,
  );
  const other = await kernel.run(
    "for (let i = 0; i < 8; i++) { await new Promise((r) => setTimeout(r, 50)); console.log(i); }",
  );
  const errors = () => kernel.iopubOf(late).filter(({ msg_type }) => msg_type === "error");
  await kernel.until(() => errors().length === 2, "two late errors");
  expect(
    errors()
      .map(({ content }) => content.evalue)
      .sort(),
  ).toEqual(["late", "nobody waits"]);
  expect(textOf(kernel.iopubOf(late))).toBe("later\n");
  expect(textOf(other.iopub)).toBe("0\n1\n2\n3\n4\n5\n6\n7\n");
  expect(other.reply.content.status).toBe("ok");
});

test("an error that somebody handles after a while is no error", async () => {
  const run = await kernel.run(
    `const failing = Promise.reject(new Error("x"));
     await new Promise((r) => setTimeout(r, 100));
     await failing.catch((e) => e.message)`,
  );
  expect(of(run, "error")).toEqual([]);
  expect(of(run, "execute_result")[0]?.data["text/plain"]).toBe("'x'");
});

test("silent, not stored, and expressions beside", async () => {
  const { execution_count: count } = (await kernel.run("let n = 1;")).reply.content;
  const silent = await kernel.run("n = 2; console.log(n); n", { silent: true });
  expect(
    silent.iopub.map(({ msg_type }) => msg_type).filter((type) => type.startsWith("execute")),
  ).toEqual([]);
  expect(silent.reply.content.execution_count).toBe(count);
  const unstored = await kernel.run("n", { store_history: false });
  expect(of(unstored, "execute_result")[0]?.execution_count).toBe(count);
  const user_expressions = { good: "n + 1", bad: "nope", ugly: "(() => { throw 3 })()" };
  const { content } = (await kernel.run("n = 4;", { user_expressions })).reply;
  expect(content.execution_count).toBe(count + 1);
  expect(content.user_expressions).toMatchObject({
    good: { status: "ok", data: { "text/plain": "5" }, metadata: {} },
    bad: { status: "error", ename: "TypeError" },
    ugly: { status: "error", ename: "Uncaught", evalue: "3" },
  });
});

test("displays: by the bridge, by tslab's own, replaced, cleared", async () => {
  const run = await kernel.run(
    `const bridge = globalThis[Symbol.for("jupyter.kernel")];
     bridge.display({ "text/plain": "a" }, { displayId: "d" });
     bridge.display({ "text/plain": "b" }, { displayId: "d", update: true });
     import * as tslab from "tslab";
     tslab.display.html("<b>c</b>");
     clearOutput(true);
     ({ [Symbol.for("Jupyter.display")]: async () => ({ "text/html": "own" }) })`,
  );
  expect(run.reply.content).toMatchObject({ status: "ok" });
  const [a, c] = of(run, "display_data");
  expect(a).toMatchObject({ data: { "text/plain": "a" }, transient: { display_id: "d" } });
  expect(c).toMatchObject({ data: { "text/html": "<b>c</b>" } });
  expect(of(run, "update_display_data")[0]).toMatchObject({ data: { "text/plain": "b" } });
  expect(of(run, "clear_output")).toEqual([{ wait: true }]);
  expect(of(run, "execute_result")[0]?.data["text/html"]).toBe("own");
});

test("a comm: opened by the session, answered by the browser, its handler's output in place", async () => {
  const run = await kernel.run(
    `const comm = bridge.openComm("target", { a: 1 }, { id: "c1", onMessage(data) {
       console.log("heard", data.x);
       comm.send({ back: data.x });
       if (data.x > 1) throw new Error("handler");
     } });`,
  );
  expect(of(run, "comm_open")[0]).toMatchObject({ comm_id: "c1", target_name: "target" });
  const message = async (x: number) => {
    const id = await kernel.send("comm_msg", { comm_id: "c1", data: { x } });
    const idle = () => kernel.iopubOf(id).some(({ content }) => content.execution_state === "idle");
    await kernel.until(idle, "idle after a comm's message");
    return kernel.iopubOf(id);
  };
  const first = await message(1);
  expect(textOf(first)).toBe("heard 1\n");
  expect(first.find(({ msg_type }) => msg_type === "comm_msg")?.content.data).toEqual({ back: 1 });
  const second = await message(2);
  expect(second.find(({ msg_type }) => msg_type === "error")?.content.evalue).toBe("handler");
  const info = await kernel.ask("comm_info_request", { target_name: "target" });
  expect(info.content.comms).toEqual({ c1: { target_name: "target" } });
});

test("input asks, and says where nobody can answer", async () => {
  const id = await kernel.execute('const name = input("who? ", { password: true }); name + "!"');
  const question = () => kernel.answersTo(id).find(({ msg_type }) => msg_type === "input_request");
  await kernel.until(() => question() !== undefined, "a question");
  expect(question()!.content).toEqual({ prompt: "who? ", password: true });
  await kernel.send("input_reply", { value: "Ada" }, { channel: "stdin" });
  const run = await kernel.finished(id);
  expect(of(run, "execute_result")[0]?.data["text/plain"]).toBe("'Ada!'");
  const alone = await kernel.run("input()", { allow_stdin: false });
  expect(alone.reply.content.evalue).toBe("input: this front end does not answer questions");
});
