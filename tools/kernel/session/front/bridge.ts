/** What libraries and cells find of the kernel: the bridge under its symbol, and a few globals. */
import type { DisplayOptions, Output } from "../output/output";
import { currentRun } from "../run/run";
import type { Comm, CommOptions, Comms, OnOpen } from "./comms";
import type { Input } from "./input";

/** Under this symbol of `globalThis` a library finds the kernel it runs in. */
const BRIDGE = Symbol.for("jupyter.kernel");

/** Makes the bundle that a display ends with. */
type LastWords = () => Record<string, unknown>;

export interface KernelBridge {
  /** Sends a display to the running cell, or replaces the one with this id. */
  display(bundle: Record<string, unknown>, options?: DisplayOptions): void;
  /** What a display of the running cell becomes if the cell is stopped; undefined takes that back. */
  whenStopped(displayId: string, last: LastWords | undefined): void;
  clearOutput(wait?: boolean): void;
  input: Input;
  /** Opens a comm to the browser. */
  openComm(target: string, data: object, options?: CommOptions): Comm;
  /** Lets the browser open comms. */
  registerTarget(target: string, onOpen: OnOpen): void;
}

function whenStopped(output: Output, displayId: string, last: LastWords | undefined): void {
  const run = currentRun();
  if (!last || !run) {
    run?.lastWords.delete(displayId);
    return;
  }
  run.lastWords.set(displayId, () => {
    try {
      output.replace(run, displayId, last());
    } catch {
      // what it shows is left
    }
  });
}

export function installBridge(output: Output, comms: Comms, input: Input): void {
  const bridge: KernelBridge = {
    display: (bundle, options) => output.display(bundle, options),
    whenStopped: (displayId, last) => whenStopped(output, displayId, last),
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
