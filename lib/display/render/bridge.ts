/**
 * What the course's kernel offers to libraries, found under a name that needs no import, so that the
 * library runs without it.
 */

/** One display in several MIME types, of which the page draws the richest it knows. */
export interface Bundle {
  "text/plain": string;
  "text/latex"?: string;
  "text/html"?: string;
  "application/vnd.plotly.v1+json"?: object;
  [type: `${string}/${string}`]: unknown;
}

/** An open connection to the page, on which both sides send. */
export interface Comm {
  readonly id: string;
  send(data: object, options?: { buffers?: Uint8Array[] }): void;
  close(data?: object): void;
}

export interface CommOptions {
  /** Known to both sides; the kernel makes one up where none is given. */
  id?: string;
  metadata?: object;
  onMessage?(data: unknown): void;
  onClose?(): void;
}

/** How a display is sent. */
export interface DisplayOptions {
  /** By this name a later display may replace it. */
  displayId?: string;
  /** Whether it replaces the one of that name. */
  update?: boolean;
}

export interface KernelBridge {
  display(bundle: object, options?: DisplayOptions): void;
  /** What a display of the running cell becomes if the cell is stopped; undefined takes that back. */
  whenStopped(displayId: string, last: (() => object) | undefined): void;
  openComm(target: string, data: object, options?: CommOptions): Comm;
  /** `onOpen` is called for each comm that the page opens to this target. */
  registerTarget(target: string, onOpen: (comm: Comm, data: unknown) => CommHandlers): void;
}

/** What is done with the messages of a comm that the page opened. */
export interface CommHandlers {
  onMessage?(data: unknown): void;
  onClose?(): void;
}

const BRIDGE = Symbol.for("jupyter.kernel");

/** The bridge to the kernel this process is, or undefined where it is another or none. */
export function kernelBridge(): KernelBridge | undefined {
  return (globalThis as { [BRIDGE]?: KernelBridge })[BRIDGE];
}
