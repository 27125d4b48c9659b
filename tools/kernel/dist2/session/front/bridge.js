"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.installBridge = installBridge;
/** Under this symbol of `globalThis` a library finds the kernel it runs in. */
const BRIDGE = Symbol.for("jupyter.kernel");
function installBridge(output, comms, input) {
    const bridge = {
        display: (bundle, options) => output.display(bundle, options),
        clearOutput: (wait = false) => output.clear(wait),
        input,
        openComm: (target, data, options) => comms.openComm(target, data, options),
        registerTarget: (target, onOpen) => comms.registerTarget(target, onOpen),
    };
    Object.defineProperty(globalThis, BRIDGE, { value: bridge, configurable: true });
    for (const [name, value] of Object.entries({ input, clearOutput: bridge.clearOutput })) {
        Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
}
