import { describeValue, requireFunction, requireNumber, requireOptions } from "../core";
import type { Control, Controls, Values } from "./interact/control";
import { idsFor } from "./interact/ids";
import { drawn } from "./interact/outputs";
import { redrawer } from "./interact/redraw";
import { type Draw, drawSteps, type Setting, type Steps } from "./interact/steps";
import { storedBundle } from "./interact/stored";
import { openView } from "./interact/view";
import { kernelBridge } from "./render/bridge";
import { send } from "./render/kernel";
import { isPlainObject } from "./render/kinds";

/** Options of `interact`. */
export interface InteractOptions {
  /** How many values of the first slider are drawn for pages without a kernel. Default 13; 1 for none but the start. */
  states?: number;
}

function requireControls(controls: unknown): Controls {
  const fine = isPlainObject(controls) && Object.keys(controls).length > 0;
  if (!fine) {
    throw new TypeError(
      `interact: controls must be an object of controls such as { theta: slider(0, 180) }, got ${describeValue(controls)}`,
    );
  }
  for (const [name, control] of Object.entries(controls)) {
    if (typeof (control as Partial<Control<unknown>> | null)?.along === "function") continue;
    throw new TypeError(
      `interact: controls.${name} must be a slider, a choice or a checkbox, got ${describeValue(control)}`,
    );
  }
  return controls as Controls;
}

/** The control whose values are stored: the first slider, or else the first that is there. */
function leading(controls: Controls): string {
  const names = Object.keys(controls);
  return names.find((name) => controls[name].model().name.endsWith("Slider")) ?? names[0];
}

/** What can be set, in words. */
const wordsOf = (controls: Controls) =>
  Object.entries(controls)
    .map(([name, control]) => `${name}: ${control.words()}`)
    .join("; ");

/** Shows what was drawn; where there is a kernel, with the controls, which draw it anew. */
function present(controls: Controls, draw: Draw, leader: string, { steps, start }: Steps): void {
  const stored = storedBundle(steps, start, leader, wordsOf(controls));
  const kernel = kernelBridge();
  if (!kernel) {
    send(stored);
    return;
  }
  const entries = Object.entries(controls);
  const setting: Setting = Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
  const models = entries.map(([name, control]) => [name, control.description, control.model()]);
  const view = openView(
    kernel,
    controls,
    idsFor(`${JSON.stringify(models)}\n${draw}`),
    steps[start].bundles,
    (name, value) => {
      if (Object.is(setting[name], value)) return;
      setting[name] = value;
      redraw();
    },
  );
  const redraw = redrawer(() => drawn(() => draw({ ...setting })), view.put);
  send({
    ...stored,
    "application/vnd.jupyter.widget-view+json": {
      version_major: 2,
      version_minor: 0,
      model_id: view.id,
    },
  });
}

/**
 * Controls above a figure that the running kernel draws anew whenever one of them is moved:
 * interact({ theta: slider(0, 180), kind: choice(["a", "b"]) }, ({ theta, kind }) => figure).
 *
 * The function may return a figure, a matrix, a table, text: all that `show` draws; also a promise, then
 * interact is to be awaited. What it shows with `show` stands there too. An error stands in the place of
 * the figure until the next move; one at the start ends the cell.
 *
 * Pages without a kernel show the figures along the first slider (or, if there is none, the first
 * control), drawn in advance for `states` of its values, as `plot.animate` stores them. Where these are
 * no figures, or differ in their traces, such pages show the start. (In a stock tslab kernel also.)
 *
 * @param controls - A `slider`, `choice` or `checkbox` for each value, by its name.
 * @param draw - From the values, by the same names, to what is to be seen.
 * @throws TypeError if there are no controls or draw is no function; RangeError for an unknown option;
 * what draw throws at the start.
 * @example
 * interact({}, () => 1) // throws interact: controls must be an object of controls such as { theta: slider(0, 180) }, got an Object
 * interact({ theta: 3 }, () => 1) // throws interact: controls.theta must be a slider, a choice or a checkbox, got 3
 */
export function interact<C extends Controls>(
  controls: C,
  draw: (values: Values<C>) => Promise<unknown>,
  options?: InteractOptions,
): Promise<void>;
export function interact<C extends Controls>(
  controls: C,
  draw: (values: Values<C>) => unknown,
  options?: InteractOptions,
): void;
export function interact(
  controls: Controls,
  draw: (values: never) => unknown,
  options: InteractOptions = {},
): void | Promise<void> {
  requireControls(controls);
  requireFunction("interact", "draw", draw);
  const { states = 13 } = requireOptions("interact", options, ["states"]);
  requireNumber("interact", "states", states, { min: 1, integer: true });
  const leader = leading(controls);
  const made = drawSteps(controls, leader, states, draw as Draw);
  if (made instanceof Promise)
    return made.then((steps) => present(controls, draw as Draw, leader, steps));
  present(controls, draw as Draw, leader, made);
}
