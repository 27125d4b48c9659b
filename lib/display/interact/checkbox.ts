import { requireBoolean } from "../../core";
import type { Control } from "./control";

/** True or false. */
export class Checkbox implements Control<boolean> {
  constructor(
    readonly value: boolean,
    readonly description: string | undefined,
  ) {
    requireBoolean("checkbox", "value", value);
  }

  model() {
    return {
      name: "Checkbox",
      style: "CheckboxStyle",
      state: { value: this.value, indent: true },
    };
  }

  read({ value }: Readonly<Record<string, unknown>>): boolean | undefined {
    return typeof value === "boolean" ? value : undefined;
  }

  along() {
    return [false, true].map((value) => ({ value, label: value ? "on" : "off" }));
  }

  words(): string {
    return "on or off";
  }
}
