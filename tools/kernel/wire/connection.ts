/** The connection file, in which the client says where the kernel is to listen, and the key to sign with. */
import { readFileSync } from "node:fs";

export const CHANNELS = ["shell", "control", "iopub", "stdin", "hb"] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Connection {
  transport: string;
  ip: string;
  ports: Record<Channel, number>;
  key: string;
  /** Name of a hash function of Node's crypto: `sha256`. */
  hash: string;
}

export function readConnection(file: string): Connection {
  const given = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const ports = {} as Record<Channel, number>;
  for (const channel of CHANNELS) {
    const port = given[`${channel}_port`];
    if (typeof port !== "number") {
      throw new Error(`${file}: ${channel}_port must be a number, got ${JSON.stringify(port)}`);
    }
    ports[channel] = port;
  }
  const scheme = String(given.signature_scheme || "hmac-sha256");
  if (!scheme.startsWith("hmac-")) {
    throw new Error(`${file}: signature_scheme must be "hmac-…", got ${JSON.stringify(scheme)}`);
  }
  return {
    transport: String(given.transport ?? "tcp"),
    ip: String(given.ip ?? "127.0.0.1"),
    ports,
    key: String(given.key ?? ""),
    hash: scheme.slice("hmac-".length),
  };
}

/** Where a channel listens: `tcp://127.0.0.1:5555`, or `ipc://file-1`. */
export const addressOf = ({ transport, ip, ports }: Connection, channel: Channel): string =>
  `${transport}://${ip}${transport === "ipc" ? "-" : ":"}${ports[channel]}`;
