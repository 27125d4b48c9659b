import { describeValue } from "../../core";
import { isPlainObject } from "../render/kinds";
import { wordOf } from "../render/words";
import { type Control, places } from "./control";

/** One of a list of values, which have names. */
export class Choice<T> implements Control<T> {
  readonly value: T;
  private readonly names: string[];
  private readonly values: T[];
  private readonly index: number;

  constructor(
    choices: readonly T[] | Readonly<Record<string, T>>,
    start: { value: T } | undefined,
    readonly description: string | undefined,
  ) {
    if (!Array.isArray(choices) && !isPlainObject(choices)) {
      throw new TypeError(
        `choice: choices must be an array or an object of names, got ${describeValue(choices)}`,
      );
    }
    this.values = Object.values(choices) as T[];
    this.names = Array.isArray(choices)
      ? this.values.map((value) => wordOf(value))
      : Object.keys(choices);
    if (this.values.length === 0) throw new RangeError("choice: choices must not be empty");
    this.index = start === undefined ? 0 : this.values.indexOf(start.value);
    if (this.index < 0) {
      throw new RangeError(
        `choice: value must be one of ${this.names.join(", ")}, got ${describeValue(start?.value)}`,
      );
    }
    this.value = this.values[this.index];
  }

  model() {
    const state = { _options_labels: this.names, index: this.index };
    return { name: "Dropdown", style: "DescriptionStyle", state };
  }

  read({ index }: Readonly<Record<string, unknown>>): T | undefined {
    return typeof index === "number" ? this.values[index] : undefined;
  }

  along(most: number) {
    return places(this.values.length - 1, most, this.index).map((i) => ({
      value: this.values[i],
      label: this.names[i],
    }));
  }

  words(): string {
    return this.names.join(", ");
  }
}
