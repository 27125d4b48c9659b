/** The names of the cells: each stands for the very variable of the cell that declared it last. */
import { currentRun } from "./run";

/** How a name is read, and written if it can be. */
export type Access = [read: () => unknown, write?: (value: unknown) => void];

interface Slot {
  read(): unknown;
  write: ((value: unknown) => void) | undefined;
  cell: number | undefined;
}

export interface Scope {
  /** Later cells read and write its properties. */
  names: Record<string, unknown>;
  /** Called by a cell when it begins, with what it declares. */
  bind(accesses: Record<string, Access>): void;
}

const cellName = (count: number | undefined): string =>
  count === undefined || count < 0 ? "the cell" : `cell ${count}`;

/** The name is declared, but its cell never came to the line that gives it a value. */
function withoutValue(name: string, cell: number | undefined): ReferenceError {
  return new ReferenceError(
    `${name} has no value: ${cellName(cell)}, which declares it, stopped before that line`,
  );
}

export function createScope(): Scope {
  // (an object without a prototype would be a dictionary to the engine, and 25 times slower in a loop)
  const names: Record<string, unknown> = {};
  const slots = new Map<string, Slot>();

  /** One property for good, that looks into the slot: so the object keeps its shape and is fast. */
  function define(name: string, slot: Slot): void {
    Object.defineProperty(names, name, {
      enumerable: true,
      get() {
        try {
          return slot.read();
        } catch (error) {
          throw error instanceof ReferenceError ? withoutValue(name, slot.cell) : error;
        }
      },
      set(value: unknown) {
        if (!slot.write) {
          throw new TypeError(`${name} is a constant of ${cellName(slot.cell)}`);
        }
        try {
          slot.write(value);
        } catch (error) {
          throw error instanceof ReferenceError ? withoutValue(name, slot.cell) : error;
        }
      },
    });
  }

  return {
    names,
    bind(accesses) {
      const cell = currentRun()?.count;
      for (const name of Object.keys(accesses)) {
        const [read, write] = accesses[name]!;
        const slot = slots.get(name);
        if (slot) Object.assign(slot, { read, write, cell });
        else {
          const fresh = { read, write, cell };
          slots.set(name, fresh);
          define(name, fresh);
        }
      }
    },
  };
}
