"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.PROTOCOL = void 0;
exports.createCodec = createCodec;
/** Messages as frames of ZeroMQ: signed, sent and read back as Jupyter's messaging protocol has it. */
const node_crypto_1 = require("node:crypto");
const node_os_1 = require("node:os");
/** The version of the protocol that is spoken here. */
exports.PROTOCOL = "5.5";
const DELIMITER = Buffer.from("<IDS|MSG>");
function username() {
    try {
        return (0, node_os_1.userInfo)().username;
    }
    catch {
        return "kernel"; // a process without an entry in the list of users
    }
}
function parse(frame, what) {
    const value = JSON.parse(frame.toString("utf8"));
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
        throw new Error(`its ${what} is no object`);
    }
    return value;
}
function createCodec({ key, hash }) {
    const session = (0, node_crypto_1.randomUUID)();
    const user = username();
    function sign(parts) {
        if (key === "")
            return Buffer.alloc(0);
        const hmac = (0, node_crypto_1.createHmac)(hash, key);
        for (const part of parts)
            hmac.update(part);
        return Buffer.from(hmac.digest("hex"));
    }
    return {
        decode(channel, frames) {
            const at = frames.findIndex((frame) => frame.equals(DELIMITER));
            if (at < 0)
                throw new Error("it has no delimiter");
            const [signature, ...parts] = frames.slice(at + 1);
            const [header, parent, metadata, content] = parts;
            if (!signature || !header || !parent || !metadata || !content) {
                throw new Error(`it has ${parts.length} parts after its signature where 4 are needed`);
            }
            const expected = sign(parts.slice(0, 4));
            if (signature.length !== expected.length || !(0, node_crypto_1.timingSafeEqual)(signature, expected)) {
                throw new Error("its signature is wrong");
            }
            const read = parse(header, "header");
            if (typeof read.msg_id !== "string" || typeof read.msg_type !== "string") {
                throw new Error("its header has no msg_id or no msg_type");
            }
            return {
                channel,
                identities: frames.slice(0, at),
                header: read,
                metadata: parse(metadata, "metadata"),
                content: parse(content, "content"),
                // copies: the frames may share a pool, of which a thread would be sent the whole
                buffers: parts.slice(4).map((buffer) => new Uint8Array(buffer)),
            };
        },
        encode(identities, { type, parent, content, metadata = {}, buffers = [] }) {
            const header = {
                msg_id: (0, node_crypto_1.randomUUID)(),
                session,
                username: user,
                date: new Date().toISOString(),
                msg_type: type,
                version: exports.PROTOCOL,
            };
            const parts = [header, parent ?? {}, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
            const heads = identities.map((identity) => Buffer.from(identity));
            return [...heads, DELIMITER, sign(parts), ...parts, ...buffers];
        },
    };
}
