import { requireNumber } from "../../core";
import { type Control, places } from "./control";

/** Digits after the point that a number is written with. */
function decimals(x: number): number {
  const [digits, exponent = "0"] = String(x).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
}

/** The largest of 1, 2, 5 times a power of ten of which at least a hundred fit into a length. */
function niceStep(length: number): number {
  const most = length / 100;
  const power = Math.floor(Math.log10(most) + 1e-9);
  const [lead] = [5, 2, 1].filter((d) => d * 10 ** power <= most * (1 + 1e-9));
  return Number(`${lead ?? 1}e${power}`);
}

/** Numbers from `min` in equal steps. */
export class Slider implements Control<number> {
  readonly value: number;
  readonly step: number;
  private readonly digits: number;
  /** The number of the last step. */
  private readonly last: number;

  constructor(
    readonly min: number,
    readonly max: number,
    step: number | undefined,
    value: number | undefined,
    readonly description: string | undefined,
  ) {
    const caller = "slider";
    requireNumber(caller, "min", min);
    requireNumber(caller, "max", max, { above: min });
    this.step = requireNumber(caller, "step", step ?? niceStep(max - min), {
      above: 0,
      max: max - min,
    });
    this.digits = Math.min(20, Math.max(decimals(min), decimals(this.step)));
    this.last = Math.floor((max - min) / this.step + 1e-9);
    const start = value ?? this.at(Math.floor(this.last / 2));
    this.value = requireNumber(caller, "value", start, { min, max });
  }

  /** The value after k steps, without the rounding errors of k·step. */
  private at(k: number): number {
    return Number((this.min + k * this.step).toFixed(this.digits));
  }

  model() {
    const { min, max, step, value, digits } = this;
    const whole = [min, max, step, value].every(Number.isInteger);
    const readout_format = whole ? "d" : `.${digits}f`;
    return {
      name: whole ? "IntSlider" : "FloatSlider",
      style: "SliderStyle",
      state: { min, max, step, value, readout_format },
    };
  }

  read({ value }: Readonly<Record<string, unknown>>): number | undefined {
    if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
    const inside = Math.min(Math.max(value, this.min), this.max);
    return Number(inside.toFixed(this.digits));
  }

  along(most: number) {
    const kept = Math.round((this.value - this.min) / this.step);
    return places(this.last, most, kept).map((k) => {
      const value = k === kept ? this.value : this.at(k);
      return { value, label: String(value) };
    });
  }

  words(): string {
    return `${this.min} to ${this.max}`;
  }
}
