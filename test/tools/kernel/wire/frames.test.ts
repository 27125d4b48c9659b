import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { createCodec } from "../../../../tools/kernel/wire/frames";

const key = "a key";
const codec = createCodec({ key, hash: "sha256" });
const request = { msg_id: "1", msg_type: "execute_request", session: "s" };

/** Frames as another implementation of the protocol makes them. */
function framesOf(parts: unknown[], signedWith = key, buffers: Buffer[] = []): Buffer[] {
  const texts = parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part)));
  const hmac = createHmac("sha256", signedWith).update(texts.join("")).digest("hex");
  const heads = ["route", "client", "<IDS|MSG>", hmac];
  return [...[...heads, ...texts].map((text) => Buffer.from(text)), ...buffers];
}

test("reads what was signed with the key, with identities and buffers", () => {
  const frames = framesOf([request, {}, { m: 1 }, { code: "π 😀" }], key, [Buffer.from([1, 2])]);
  expect(codec.decode("shell", frames)).toEqual({
    channel: "shell",
    identities: frames.slice(0, 2),
    header: request,
    metadata: { m: 1 },
    content: { code: "π 😀" },
    buffers: [new Uint8Array([1, 2])],
  });
});

test.each([
  ["another key", framesOf([request, {}, {}, {}], "b key"), /signature is wrong/],
  [
    "a changed content",
    [...framesOf([request, {}, {}, {}]).slice(0, -1), Buffer.from('{"a":1}')],
    /signature is wrong/,
  ],
  ["too few parts", framesOf([request, {}, {}]), /3 parts/],
  ["no delimiter", [Buffer.from("x")], /no delimiter/],
  ["a header without a type", framesOf([{ msg_id: "1" }, {}, {}, {}]), /no msg_id or no msg_type/],
  ["a content that is a list", framesOf([request, {}, {}, []]), /content is no object/],
  ["a content that is no JSON", framesOf([request, {}, {}, "{"]), /JSON/],
])("refuses %s", (_, frames, reason) => {
  expect(() => codec.decode("shell", frames)).toThrow(reason);
});

test("what it writes is what it reads, from no parent too", () => {
  for (const parent of [null, { ...request, username: "u", date: "d", version: "5.3" }]) {
    const content = { text: "\ud800 π" };
    const frames = codec.encode(["id"], { type: "stream", parent, content }).map(Buffer.from);
    const read = codec.decode("shell", frames);
    expect(read.header).toMatchObject({ msg_type: "stream", version: "5.5" });
    expect(read.content).toEqual(content);
    expect(JSON.parse(frames[4]!.toString())).toEqual(parent ?? {});
  }
});

test("without a key nothing is signed and no signature asked for", () => {
  const open = createCodec({ key: "", hash: "sha256" });
  const frames = open.encode([], { type: "status", parent: null, content: {} }).map(Buffer.from);
  expect(frames[1]!.length).toBe(0);
  expect(open.decode("shell", frames).header.msg_type).toBe("status");
});
