/** A storage that follows code through its waits: Node's own where it is safe, else one over our frames. */
import { AsyncLocalStorage } from "node:async_hooks";
import { syncBuiltinESMExports } from "node:module";
import { bound, enter, type Frame, inFrame, now } from "./context";

/** Whether Node's storage stands on the engine's own frames, not on hooks of promises. */
export function isFrameBased(
  version = process.versions.node,
  flags: readonly string[] = process.execArgv,
): boolean {
  if (flags.includes("--no-async-context-frame")) return false;
  if (flags.includes("--experimental-async-context-frame")) return true;
  return Number.parseInt(version, 10) >= 24;
}

/** Node's AsyncLocalStorage over our own frames, with its methods. */
export class Storage<T> {
  getStore(): T | undefined {
    return this.in(now());
  }

  run<A extends unknown[], R>(store: T, work: (...args: A) => R, ...args: A): R {
    return inFrame(this.with(store), () => work(...args));
  }

  exit<A extends unknown[], R>(work: (...args: A) => R, ...args: A): R {
    return inFrame(this.with(undefined), () => work(...args));
  }

  enterWith(store: T): void {
    enter(this.with(store));
  }

  disable(): void {
    enter(this.with(undefined));
  }

  /** What the store is where this frame holds. */
  in(frame: Frame | undefined): T | undefined {
    return frame?.get(this) as T | undefined;
  }

  private with(store: T | undefined): Frame {
    return new Map(now()).set(this, store);
  }

  static bind<F extends (...args: never[]) => unknown>(fn: F): F {
    return bound(fn);
  }

  static snapshot(): <A extends unknown[], R>(fn: (...args: A) => R, ...args: A) => R {
    return bound((fn, ...args) => fn(...args));
  }
}

/** What both storages can do. */
interface Store<T> {
  getStore(): T | undefined;
  run<R>(store: T, work: () => R): R;
}

/** A storage that is safe in this process. */
export function createStorage<T>(): Store<T> {
  return isFrameBased() ? new AsyncLocalStorage<T>() : new Storage<T>();
}

/** Libraries that keep something in Node's storage do so in ours where Node's is not safe. */
export function replaceStorage(): void {
  if (isFrameBased()) return;
  // the module as `require` gives it can be changed
  const replaced = { value: Storage, configurable: true, enumerable: true, writable: true };
  Object.defineProperty(require("node:async_hooks"), "AsyncLocalStorage", replaced);
  syncBuiltinESMExports();
  const { then } = Promise.prototype;
  // biome-ignore lint/suspicious/noThenProperty: callbacks belong to the cell that gives them
  Promise.prototype.then = function (done, failed) {
    return then.call(this, bound(done), bound(failed)) as never;
  };
}
