"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.addressOf = exports.CHANNELS = void 0;
exports.readConnection = readConnection;
/** The connection file, in which the client says where the kernel is to listen, and the key to sign with. */
const node_fs_1 = require("node:fs");
exports.CHANNELS = ["shell", "control", "iopub", "stdin", "hb"];
function readConnection(file) {
    const given = JSON.parse((0, node_fs_1.readFileSync)(file, "utf8"));
    const ports = {};
    for (const channel of exports.CHANNELS) {
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
const addressOf = ({ transport, ip, ports }, channel) => `${transport}://${ip}${transport === "ipc" ? "-" : ":"}${ports[channel]}`;
exports.addressOf = addressOf;
