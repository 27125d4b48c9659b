"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Storage = void 0;
exports.isFrameBased = isFrameBased;
exports.createStorage = createStorage;
exports.replaceStorage = replaceStorage;
/** A storage that follows code through its waits: Node's own where it is safe, else one over our frames. */
const node_async_hooks_1 = require("node:async_hooks");
const node_module_1 = require("node:module");
const context_1 = require("./context");
/** Whether Node's storage stands on the engine's own frames, not on hooks of promises. */
function isFrameBased(version = process.versions.node, flags = process.execArgv) {
    if (flags.includes("--no-async-context-frame"))
        return false;
    if (flags.includes("--experimental-async-context-frame"))
        return true;
    return Number.parseInt(version, 10) >= 24;
}
/** Node's AsyncLocalStorage over our own frames, with its methods. */
class Storage {
    getStore() {
        return this.in((0, context_1.now)());
    }
    run(store, work, ...args) {
        return (0, context_1.inFrame)(this.with(store), () => work(...args));
    }
    exit(work, ...args) {
        return (0, context_1.inFrame)(this.with(undefined), () => work(...args));
    }
    enterWith(store) {
        (0, context_1.enter)(this.with(store));
    }
    disable() {
        (0, context_1.enter)(this.with(undefined));
    }
    /** What the store is where this frame holds. */
    in(frame) {
        return frame?.get(this);
    }
    with(store) {
        return new Map((0, context_1.now)()).set(this, store);
    }
    static bind(fn) {
        return (0, context_1.bound)(fn);
    }
    static snapshot() {
        return (0, context_1.bound)((fn, ...args) => fn(...args));
    }
}
exports.Storage = Storage;
/** A storage that is safe in this process. */
function createStorage() {
    return isFrameBased() ? new node_async_hooks_1.AsyncLocalStorage() : new Storage();
}
/** Libraries that keep something in Node's storage do so in ours where Node's is not safe. */
function replaceStorage() {
    if (isFrameBased())
        return;
    // the module as `require` gives it can be changed
    const replaced = { value: Storage, configurable: true, enumerable: true, writable: true };
    Object.defineProperty(require("node:async_hooks"), "AsyncLocalStorage", replaced);
    (0, node_module_1.syncBuiltinESMExports)();
    const { then } = Promise.prototype;
    // biome-ignore lint/suspicious/noThenProperty: callbacks belong to the cell that gives them
    Promise.prototype.then = function (done, failed) {
        return then.call(this, (0, context_1.bound)(done), (0, context_1.bound)(failed));
    };
}
