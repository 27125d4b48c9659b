/**
 * Node up to 22 keeps the run in properties of promises and timers, and prints them with the rest
 * when one is shown. They are hidden when it is about to be.
 */
import { inspect } from "node:util";

const OWN =
  /^(async_id_symbol|trigger_async_id_symbol|trigger_id_symbol|kResourceStore|asyncId|triggerId)$/;

function hide(this: object): object {
  for (const symbol of Object.getOwnPropertySymbols(this)) {
    if (OWN.test(symbol.description ?? "")) {
      Object.defineProperty(this, symbol, { enumerable: false });
    }
  }
  return this; // and is shown as it always is
}

/** From now on promises and timers are shown without the engine's notes. */
export function hideBookkeeping(): void {
  const timeout = setTimeout(() => {}, 0);
  clearTimeout(timeout);
  const immediate = setImmediate(() => {});
  clearImmediate(immediate);
  for (const thing of [Promise.resolve(), timeout, immediate]) {
    const value = { value: hide, configurable: true, writable: true };
    Object.defineProperty(Object.getPrototypeOf(thing), inspect.custom, value);
  }
}
