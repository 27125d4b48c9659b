/** What libraries and cells find of the kernel: the bridge under its symbol, and a few globals. */
import type { DisplayOptions, Output } from "../output/output";
import type { Comm, CommOptions, Comms, OnOpen } from "./comms";
import type { Input } from "./input";

/** Under this symbol of `globalThis` a library finds the kernel it runs in. */
const BRIDGE = Symbol.for("jupyter.kernel");

export interface KernelBridge {
  /** Sends a display to the running cell, or replaces the one with this id. */
  display(bundle: Record<string, unknown>, options?: DisplayOptions): void;
  clearOutput(wait?: boolean): void;
  input: Input;
  /** Opens a comm to the browser. */
  openComm(target: string, data: object, options?: CommOptions): Comm;
  /** Lets the browser open comms. */
  registerTarget(target: string, onOpen: OnOpen): void;
}

export function installBridge(output: Output, comms: Comms, input: Input): void {
  const bridge: KernelBridge = {
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
