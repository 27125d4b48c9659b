import { expect, test } from "vitest";
import { Comms } from "../../../../../tools/kernel/session/front/comms";
import type { Output } from "../../../../../tools/kernel/session/output/output";

function world() {
  const sent: unknown[][] = [];
  const output = { comm: (...args: unknown[]) => sent.push(args) } as unknown as Output;
  return { comms: new Comms(output), sent };
}

test("a comm of the session: opened, spoken on from both sides, closed", () => {
  const { comms, sent } = world();
  const heard: unknown[] = [];
  const comm = comms.openComm(
    "target",
    { a: 1 },
    { id: "id", metadata: { version: 2 }, onMessage: (data, buffers) => heard.push(data, buffers) },
  );
  const bytes = [new Uint8Array([1])];
  comm.send({ b: 2 }, { buffers: bytes });
  comms.receive("comm_msg", { comm_id: "id", data: "back" }, bytes);
  expect(comms.info(undefined)).toEqual({ status: "ok", comms: { id: { target_name: "target" } } });
  comm.close();
  comms.receive("comm_msg", { comm_id: "id", data: "too late" }, []);
  expect(heard).toEqual(["back", bytes]);
  expect(sent).toEqual([
    [
      "comm_open",
      { comm_id: "id", target_name: "target", data: { a: 1 } },
      { version: 2 },
      undefined,
    ],
    ["comm_msg", { comm_id: "id", data: { b: 2 } }, undefined, bytes],
    ["comm_close", { comm_id: "id", data: {} }],
  ]);
  expect(comms.info(undefined).comms).toEqual({});
});

test("a comm of the browser: accepted by its target, refused where there is none", () => {
  const { comms, sent } = world();
  const heard: unknown[] = [];
  comms.registerTarget("known", (comm, data) => {
    comm.send({ hello: data.name });
    return { onMessage: (message) => heard.push(message), onClose: () => heard.push("closed") };
  });
  comms.receive("comm_open", { comm_id: "1", target_name: "known", data: { name: "x" } }, []);
  comms.receive("comm_open", { comm_id: "2", target_name: "unknown", data: {} }, []);
  comms.receive("comm_msg", { comm_id: "1", data: 5 }, []);
  comms.receive("comm_close", { comm_id: "1", data: {} }, []);
  comms.receive("comm_msg", { comm_id: "1", data: 6 }, []);
  expect(heard).toEqual([5, "closed"]);
  expect(sent).toEqual([
    ["comm_msg", { comm_id: "1", data: { hello: "x" } }, undefined, undefined],
    ["comm_close", { comm_id: "2", data: {} }],
  ]);
});

test("a name may be used again: the earlier holder's close does not touch the later", () => {
  const { comms } = world();
  const first = comms.openComm("a", {}, { id: "same" });
  comms.openComm("b", {}, { id: "same" });
  first.close();
  expect(comms.info("b").comms).toEqual({ same: { target_name: "b" } });
  expect(comms.info("a").comms).toEqual({});
});
