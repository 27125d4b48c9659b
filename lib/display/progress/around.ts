import { AsyncLocalStorage } from "node:async_hooks";
import type { Bar } from "./bar";

const bars = new AsyncLocalStorage<Bar | undefined>();

/**
 * The bar of the loop in which this code runs, also after an await. A loop that was stopped by force never
 * ends its bar, but what runs later does not run within it.
 */
export function barAround(): Bar | undefined {
  const bar = bars.getStore();
  return bar === undefined || bar.isOpen ? bar : bar.outer;
}

/** What the caller does from now on is done within the loop of this bar. */
export function enter(bar: Bar): void {
  bars.enterWith(bar);
}
