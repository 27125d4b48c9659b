import { describeValue, requireOptions } from "../core";
import { Checkbox } from "./interact/checkbox";
import { Choice } from "./interact/choice";
import type { Control } from "./interact/control";
import { Slider } from "./interact/slider";

/** What every control of `interact` may be told. */
export interface ControlOptions {
  /** What stands beside it; `$…$` is set as mathematics. Default: the name of the value. */
  description?: string;
}

/** Options of `slider`. */
export interface SliderOptions extends ControlOptions {
  /** Default: the largest of 1, 2, 5 times a power of ten that leaves a hundred steps. */
  step?: number;
  /** Where it stands at the start. Default: in the middle. */
  value?: number;
}

/** Options of `choice`. */
export interface ChoiceControlOptions<T> extends ControlOptions {
  /** What is chosen at the start. Default: the first. */
  value?: T;
}

function descriptionOf<O extends ControlOptions>(
  caller: string,
  options: O,
  known: readonly (keyof O & string)[],
): string | undefined {
  const { description } = requireOptions(caller, options, [...known, "description"]);
  if (description === undefined || typeof description === "string") return description;
  throw new TypeError(`${caller}: description must be a string, got ${describeValue(description)}`);
}

/**
 * A slider of `interact`: a number from `min` to `max`. Where both and the step are whole, so is the number.
 *
 * @throws RangeError if max ≤ min, the step does not fit between them or the value lies outside.
 * @example
 * slider(0, 180).step // => 1
 * slider(0, 1, { value: 0.25 }).value // => 0.25
 * slider(3, 3) // throws slider: max must be a number > 3, got 3
 */
export function slider(min: number, max: number, options: SliderOptions = {}): Slider {
  const description = descriptionOf("slider", options, ["step", "value"]);
  return new Slider(min, max, options.step, options.value, description);
}

/**
 * A list of `interact` from which one value is chosen.
 *
 * @param choices - The values, or an object of them by the names under which they are listed.
 * @throws TypeError if there are no choices; RangeError if the value is none of them.
 * @example
 * choice(["linear", "rbf"]).value // => "linear"
 * choice({ few: 3, many: 300 }, { value: 300 }).value // => 300
 * choice([]) // throws choice: choices must not be empty
 */
export function choice<const T>(
  choices: readonly T[],
  options?: ChoiceControlOptions<T>,
): Control<T>;
export function choice<T>(
  choices: Readonly<Record<string, T>>,
  options?: ChoiceControlOptions<T>,
): Control<T>;
export function choice<T>(
  choices: readonly T[] | Readonly<Record<string, T>>,
  options: ChoiceControlOptions<T> = {},
): Control<T> {
  const description = descriptionOf("choice", options, ["value"]);
  const start = "value" in options ? { value: options.value as T } : undefined;
  return new Choice<T>(choices, start, description);
}

/**
 * A check box of `interact`: true or false.
 *
 * @param value - What it is at the start. Default false.
 * @throws TypeError if the value is neither.
 * @example
 * checkbox(true).value // => true
 * checkbox("yes") // throws checkbox: value must be true or false, got "yes" (string)
 */
export function checkbox(value = false, options: ControlOptions = {}): Control<boolean> {
  return new Checkbox(value, descriptionOf("checkbox", options, []));
}
