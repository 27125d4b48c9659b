/** Messages as frames of ZeroMQ: signed, sent and read back as Jupyter's messaging protocol has it. */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { userInfo } from "node:os";
import type { Header, Request } from "../messages";
import type { Connection } from "./connection";

/** The version of the protocol that is spoken here. */
export const PROTOCOL = "5.5";

/** The channels on which the kernel is asked, or asks. */
export type TwoWay = "shell" | "control" | "stdin";

/** A request together with the way back to who sent it. */
export interface Incoming extends Request {
  channel: TwoWay;
  identities: Buffer[];
}

export interface Outgoing {
  type: string;
  parent: Header | null;
  content: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  buffers?: readonly Uint8Array[];
  /** On iopub, by what its subscribers choose; by its type where nothing is said. */
  topic?: string;
}

export interface Codec {
  /** Reads a message; throws an error that says why it is refused. */
  decode(channel: TwoWay, frames: readonly Buffer[]): Incoming;
  /** The frames of a message, to be sent to these identities (on iopub: the topic). */
  encode(identities: readonly (Buffer | string)[], message: Outgoing): (Buffer | Uint8Array)[];
}

const DELIMITER = Buffer.from("<IDS|MSG>");

function username(): string {
  try {
    return userInfo().username;
  } catch {
    return "kernel"; // a process without an entry in the list of users
  }
}

function parse(frame: Buffer, what: string): Record<string, unknown> {
  const value = JSON.parse(frame.toString("utf8"));
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new Error(`its ${what} is no object`);
  }
  return value;
}

export function createCodec({ key, hash }: Pick<Connection, "key" | "hash">): Codec {
  const session = randomUUID();
  const user = username();

  function sign(parts: readonly Uint8Array[]): Buffer {
    if (key === "") return Buffer.alloc(0);
    const hmac = createHmac(hash, key);
    for (const part of parts) hmac.update(part);
    return Buffer.from(hmac.digest("hex"));
  }

  return {
    decode(channel, frames) {
      const at = frames.findIndex((frame) => frame.equals(DELIMITER));
      if (at < 0) throw new Error("it has no delimiter");
      const [signature, ...parts] = frames.slice(at + 1);
      const [header, parent, metadata, content] = parts;
      if (!signature || !header || !parent || !metadata || !content) {
        throw new Error(`it has ${parts.length} parts after its signature where 4 are needed`);
      }
      const expected = sign(parts.slice(0, 4));
      if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
        throw new Error("its signature is wrong");
      }
      const read = parse(header, "header");
      if (typeof read.msg_id !== "string" || typeof read.msg_type !== "string") {
        throw new Error("its header has no msg_id or no msg_type");
      }
      return {
        channel,
        identities: frames.slice(0, at),
        header: read as unknown as Header,
        metadata: parse(metadata, "metadata"),
        content: parse(content, "content"),
        // copies: the frames may share a pool, of which a thread would be sent the whole
        buffers: parts.slice(4).map((buffer) => new Uint8Array(buffer)),
      };
    },

    encode(identities, { type, parent, content, metadata = {}, buffers = [] }) {
      const header: Header = {
        msg_id: randomUUID(),
        session,
        username: user,
        date: new Date().toISOString(),
        msg_type: type,
        version: PROTOCOL,
      };
      const parts = [header, parent ?? {}, metadata, content].map((part) =>
        Buffer.from(JSON.stringify(part)),
      );
      const heads = identities.map((identity) => Buffer.from(identity));
      return [...heads, DELIMITER, sign(parts), ...parts, ...buffers];
    },
  };
}
