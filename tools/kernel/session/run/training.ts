/** Training of a TensorFlow.js model that is stopped ends after its batch and leaves a usable model. */
import type { Interrupts } from "./interrupts";
import { currentRun, type Run } from "./run";

/** As much of tfjs's LayersModel as is touched here; the field is asked before each batch. */
interface Model {
  isTraining: boolean;
  stopTraining_: boolean;
}
type Fit = (this: Model, ...args: unknown[]) => Promise<unknown>;

/** tfjs-layers, as far as it is known here. */
export interface Layers {
  LayersModel: { prototype: { fit: Fit; fitDataset: Fit } };
}

export interface Training {
  /** Keeps the models of a copy of tfjs in view. */
  watch(layers: Layers): void;
  /** After stopped runs were ended by force: their models can be trained again. */
  release(): void;
}

export function createTraining(interrupts: Interrupts): Training {
  const inTraining = new Map<Model, Run | undefined>();

  function begin(model: Model): void {
    const run = currentRun();
    let asked = false;
    inTraining.set(model, run);
    Object.defineProperty(model, "stopTraining_", {
      configurable: true,
      enumerable: true,
      get() {
        interrupts.notice();
        if (run?.stopped) interrupts.answer(); // tfjs ends the training, and lets the thread go
        return asked || run?.stopped === true;
      },
      set(stop: boolean) {
        asked = stop;
      },
    });
  }

  function end(model: Model): void {
    inTraining.delete(model);
    const field = { value: false, writable: true, configurable: true, enumerable: true };
    Object.defineProperty(model, "stopTraining_", field);
  }

  const watched = (fit: Fit): Fit =>
    async function (...args) {
      if (inTraining.has(this)) return fit.apply(this, args); // tfjs says what is wrong with that
      begin(this);
      try {
        return await fit.apply(this, args);
      } finally {
        end(this);
      }
    };

  return {
    watch({ LayersModel: { prototype } }) {
      prototype.fit = watched(prototype.fit);
      prototype.fitDataset = watched(prototype.fitDataset);
    },
    release() {
      for (const [model, run] of inTraining) {
        if (!run?.stopped) continue;
        end(model);
        model.isTraining = false;
      }
    },
  };
}
