"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Comms = void 0;
/** Comms: lines between objects of the session and their views in the browser, as widgets have. */
const node_crypto_1 = require("node:crypto");
class OpenComm {
    id;
    target;
    output;
    forget;
    handlers = {};
    constructor(id, target, output, forget) {
        this.id = id;
        this.target = target;
        this.output = output;
        this.forget = forget;
    }
    send(data, { metadata, buffers } = {}) {
        this.output.comm("comm_msg", { comm_id: this.id, data }, metadata, buffers);
    }
    close(data = {}) {
        this.forget();
        this.output.comm("comm_close", { comm_id: this.id, data });
    }
}
class Comms {
    output;
    open = new Map();
    targets = new Map();
    constructor(output) {
        this.output = output;
    }
    make(id, target) {
        const comm = new OpenComm(id, target, this.output, () => {
            if (this.open.get(id) === comm)
                this.open.delete(id); // a later one may have its name
        });
        this.open.set(id, comm);
        return comm;
    }
    /** Opens a comm to a target of the browser's. */
    openComm(target, data, options = {}) {
        const { id = (0, node_crypto_1.randomUUID)().replaceAll("-", ""), metadata, buffers } = options;
        const comm = this.make(id, target);
        comm.handlers = options;
        const content = { comm_id: comm.id, target_name: target, data };
        this.output.comm("comm_open", content, metadata, buffers);
        return comm;
    }
    /** Lets the browser open comms to a target of the session's. */
    registerTarget(target, onOpen) {
        this.targets.set(target, onOpen);
    }
    /** A message of the browser's; what its handler throws goes to the caller. */
    receive(type, content, buffers) {
        const { comm_id: id, data = {} } = content;
        if (type === "comm_open")
            this.accept(String(id), String(content.target_name), data);
        const comm = this.open.get(String(id));
        if (type === "comm_msg")
            comm?.handlers.onMessage?.(data, buffers);
        if (type === "comm_close") {
            this.open.delete(String(id));
            comm?.handlers.onClose?.(data);
        }
    }
    accept(id, target, data) {
        const onOpen = this.targets.get(target);
        if (!onOpen) {
            this.output.comm("comm_close", { comm_id: id, data: {} });
            return;
        }
        const comm = this.make(id, target);
        comm.handlers = onOpen(comm, data) ?? {};
    }
    /** The content of a `comm_info_reply`. */
    info(target) {
        const comms = {};
        for (const [id, comm] of this.open) {
            if (!target || comm.target === target)
                comms[id] = { target_name: comm.target };
        }
        return { status: "ok", comms };
    }
}
exports.Comms = Comms;
