import type {
  Bundle,
  Comm,
  CommHandlers,
  CommOptions,
  DisplayOptions,
  KernelBridge,
} from "../../lib/display/render/bridge";

const BRIDGE = Symbol.for("jupyter.kernel");

/** A comm that the library opened, seen from the page. */
export interface OpenComm {
  id: string;
  target: string;
  data: { state: Record<string, unknown> };
  options: CommOptions;
  /** What the library sent on it. */
  sent: unknown[];
  closed: boolean;
}

export interface FakeKernel {
  shown: [Bundle, DisplayOptions | undefined][];
  /** What displays become if the cell is stopped. */
  stopped: Map<string, () => object>;
  comms: OpenComm[];
  targets: Map<string, (comm: Comm, data: unknown) => CommHandlers>;
}

/** Pretends that this process is the course's kernel; tells what the library does with it. */
export function fakeBridge(): FakeKernel {
  const kernel: FakeKernel = { shown: [], stopped: new Map(), comms: [], targets: new Map() };
  const bridge: KernelBridge = {
    display: (bundle, options) => kernel.shown.push([bundle as Bundle, options]),
    whenStopped: (displayId, last) => {
      if (last) kernel.stopped.set(displayId, last);
      else kernel.stopped.delete(displayId);
    },
    openComm: (target, data, options = {}) => {
      const id = options.id ?? `comm-${kernel.comms.length}`;
      const comm: OpenComm = {
        id,
        target,
        data: structuredClone(data) as OpenComm["data"],
        options,
        sent: [],
        closed: false,
      };
      kernel.comms.push(comm);
      return {
        id,
        send: (message) => comm.sent.push(structuredClone(message)),
        close: () => {
          comm.closed = true;
        },
      };
    },
    registerTarget: (target, onOpen) => kernel.targets.set(target, onOpen),
  };
  (globalThis as Record<symbol, unknown>)[BRIDGE] = bridge;
  return kernel;
}

export function removeBridge(): void {
  delete (globalThis as Record<symbol, unknown>)[BRIDGE];
}
