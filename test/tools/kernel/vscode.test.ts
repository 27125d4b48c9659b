/**
 * VS Code's Jupyter extension as a client: it cannot be installed here, so this does what its sources
 * (microsoft/vscode-jupyter, src/kernels/raw) do with a kernel that is not Python's. It looks for specs
 * in the environments of the workspace, starts argv itself with a connection file of its own, waits
 * until two ports answer, and speaks ZeroMQ without a Jupyter server.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT, VENV } from "../../../tools/common/project";
import { spec } from "../../../tools/setup/kernel";
import { compileKernel, Kernel, textOf } from "./client";

const PORTS = ["shell", "iopub", "stdin", "control", "hb"] as const;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Whether something listens; the connection is closed again without a word. */
const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

test("the kernelspec lies in .venv where VS Code looks, with a program that is there", () => {
  const folder = join(VENV, "share", "jupyter", "kernels");
  const specs = readdirSync(folder)
    .map((name) => join(folder, name, "kernel.json"))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")));
  const found = specs.find(({ language }) => language === "typescript");
  expect(found).toMatchObject({ display_name: "TypeScript" });
  expect(existsSync(found.argv[0])).toBe(true);
  const script = found.argv.slice(1).find((arg: string) => !arg.startsWith("-"));
  expect(existsSync(script)).toBe(true);
  expect(found.argv.filter((arg: string) => arg.includes("{connection_file}"))).toHaveLength(1);
});

describe("a kernel that VS Code starts", () => {
  let folder: string;
  let child: ChildProcess;
  let kernel: Kernel;
  let log = "";

  beforeAll(async () => {
    await compileKernel();
    folder = mkdtempSync(join(tmpdir(), "vscode "));
    const file = join(folder, "kernel-v2-1.json");
    const ports: Record<string, number> = {};
    for (const name of PORTS) ports[`${name}_port`] = await freePort();
    const connection = {
      ...ports,
      ...{ ip: "127.0.0.1", transport: "tcp", key: "a key", version: 0 },
      ...{ signature_scheme: "hmac-sha256", kernel_name: "tslab" },
    };
    writeFileSync(file, JSON.stringify(connection));
    const [program, ...args] = spec.argv.map((arg) => arg.replace("{connection_file}", file));
    // nothing of Jupyter's in the environment: only the user's own, and the spec's
    const own = Object.entries(process.env).filter(
      ([name]) => !/^(JUPYTER|JPY_|IPYTHON)/.test(name),
    );
    child = spawn(program!, args, {
      cwd: join(ROOT, "Notes"),
      env: { ...Object.fromEntries(own), ...spec.env },
    });
    child.stderr!.on("data", (data) => {
      log += data;
    });
    for (const name of ["shell_port", "iopub_port"]) {
      while (!(await answers(ports[name]!))) {
        if (child.exitCode !== null) throw new Error(`the kernel ended: ${log}`);
        await sleep(100);
      }
    }
    kernel = await Kernel.attach({ connectionFile: file } as Kernel);
  });

  afterAll(async () => {
    await kernel?.stop();
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  test("says what language it is, so that cells are coloured and saved as TypeScript", async () => {
    const { content } = await kernel.ask("kernel_info_request", {});
    expect(content.status).toBe("ok");
    expect(content.language_info).toMatchObject({ name: "typescript", file_extension: ".ts" });
  });

  test("takes a silent execution at the start, which shows and counts nothing", async () => {
    const quiet = { silent: true, store_history: false, stop_on_error: false, allow_stdin: true };
    const { reply, iopub } = await kernel.run("const hidden = 1", quiet);
    expect(reply.content.status).toBe("ok");
    expect(iopub.map(({ msg_type }) => msg_type)).toEqual(["status", "status"]);
    expect((await kernel.ask("comm_info_request", {})).content.comms).toEqual({});
  });

  test("runs a cell: its input, its text, its result, its number", async () => {
    const { reply, iopub } = await kernel.run('console.log("from VS Code");\n1 + 1');
    expect(reply.content).toMatchObject({ status: "ok", execution_count: 1 });
    expect(textOf(iopub)).toBe("from VS Code\n");
    const result = iopub.find(({ msg_type }) => msg_type === "execute_result");
    expect(result?.content.data["text/plain"]).toBe("2");
  });

  test("completes and explains", async () => {
    await kernel.run('import { linalg } from "course";');
    const code = "linalg.chol";
    const completed = await kernel.ask("complete_request", { code, cursor_pos: code.length });
    expect(completed.content.matches.join()).toContain("cholesky");
    const name = "linalg.cholesky";
    const asked = { code: name, cursor_pos: name.length, detail_level: 0 };
    const inspected = await kernel.ask("inspect_request", asked);
    expect(inspected.content.found).toBe(true);
  });

  test("is interrupted by a message, the only way with interrupt_mode message", async () => {
    const id = await kernel.execute("for (;;) {}");
    await kernel.until(
      () => kernel.iopubOf(id).some(({ msg_type }) => msg_type === "execute_input"),
      "the cell's start",
    );
    await kernel.send("interrupt_request", {}, { channel: "control" });
    expect((await kernel.finished(id)).reply.content.status).toBe("error");
    expect((await kernel.run("hidden")).reply.content.status).toBe("ok");
  });

  test("ends when it is told to", async () => {
    const ended = once(child, "exit");
    await kernel.send("shutdown_request", { restart: false }, { channel: "control" });
    expect(await ended).toEqual([0, null]);
  });
});
