import { describe, expect, test } from "vitest";
import { checkbox, choice, slider } from "../../lib/display/controls";

describe("slider", () => {
  test.each([
    [0, 180, 1, 90],
    [0, 1, 0.01, 0.5],
    [0, 10, 0.1, 5],
    [-1, 1, 0.02, 0],
    [1, 20, 0.1, 10.5],
    [0, 1000, 10, 500],
    [0, 1e-6, 1e-8, 5e-7],
    [5, 9e6, 5e4, 4450005],
  ])("from %d to %d: a step of %d, beginning at %d", (min, max, step, value) => {
    const made = slider(min, max);
    expect([made.step, made.value]).toEqual([step, value]);
  });

  test("is of whole numbers where all it holds are whole", () => {
    expect(slider(0, 10, { step: 1 }).model()).toEqual({
      name: "IntSlider",
      style: "SliderStyle",
      state: { min: 0, max: 10, step: 1, value: 5, readout_format: "d" },
    });
    expect(slider(0, 1, { value: 0.3 }).model()).toMatchObject({
      name: "FloatSlider",
      state: { value: 0.3, readout_format: ".2f" },
    });
    expect(slider(0, 10, { step: 1, value: 2.5 }).model().name).toBe("FloatSlider");
  });

  test("reads numbers without rounding errors, inside its ends, and nothing else", () => {
    const made = slider(0, 1);
    expect(made.read({ value: 0.1 + 0.2 })).toBe(0.3);
    expect(made.read({ value: 7 })).toBe(1);
    for (const value of ["1", null, undefined, Number.NaN]) {
      expect(made.read({ value })).toBe(undefined);
    }
  });

  test("goes along from end to end, the start among the values", () => {
    const values = (made: ReturnType<typeof slider>, most: number) =>
      made.along(most).map(({ value }) => value);
    expect(values(slider(0, 180), 13)).toEqual(Array.from({ length: 13 }, (_, k) => 15 * k));
    expect(values(slider(0, 10, { step: 1, value: 3 }), 5)).toEqual([0, 3, 5, 8, 10]);
    expect(values(slider(1, 3, { step: 1 }), 13)).toEqual([1, 2, 3]);
    expect(values(slider(0, 1, { value: 0.123 }), 3)).toEqual([0.123, 0.5, 1]);
    expect(values(slider(0, 180), 1)).toEqual([90]);
    expect(
      slider(0, 0.3, { step: 0.1 })
        .along(9)
        .map(({ label }) => label),
    ).toEqual(["0", "0.1", "0.2", "0.3"]);
  });
});

describe("choice", () => {
  test("is a list of what may be chosen, the first at the start", () => {
    const made = choice(["linear", "rbf"]);
    expect(made.value).toBe("linear");
    expect(made.model().state).toEqual({ _options_labels: ["linear", "rbf"], index: 0 });
    expect(made.read({ index: 1 })).toBe("rbf");
    expect(made.read({ index: null })).toBe(undefined);
    expect(made.read({ index: 9 })).toBe(undefined);
  });

  test("takes anything by names", () => {
    const f = { sin: Math.sin, cos: Math.cos };
    const made = choice(f, { value: Math.cos });
    expect(made.model().state).toEqual({ _options_labels: ["sin", "cos"], index: 1 });
    expect(made.read({ index: 0 })).toBe(Math.sin);
    expect(made.along(13)).toEqual([
      { value: Math.sin, label: "sin" },
      { value: Math.cos, label: "cos" },
    ]);
  });

  test("may begin with undefined where that is a choice", () => {
    expect(choice([1, undefined], { value: undefined }).value).toBe(undefined);
  });
});

test("a check box is on or off", () => {
  const made = checkbox(true, { description: "grid" });
  expect([made.value, made.description]).toEqual([true, "grid"]);
  expect(made.read({ value: false })).toBe(false);
  expect(made.read({ value: 1 })).toBe(undefined);
  expect(made.along(1)).toEqual([
    { value: false, label: "off" },
    { value: true, label: "on" },
  ]);
});

test.each<[() => unknown, string]>([
  [() => slider("0" as never, 1), 'slider: min must be a finite number, got "0" (string)'],
  [() => slider(0, 0), "slider: max must be a number > 0, got 0"],
  [() => slider(0, Infinity), "slider: max must be a number > 0, got Infinity"],
  [() => slider(0, 1, { step: 2 }), "slider: step must be a number in (0, 1], got 2"],
  [() => slider(0, 1, { step: 0 }), "slider: step must be a number in (0, 1], got 0"],
  [() => slider(0, 1, { value: 2 }), "slider: value must be a number in [0, 1], got 2"],
  [() => slider(0, 1, { start: 2 } as never), 'slider: options has no "start"'],
  [() => slider(0, 1, { description: 2 as never }), "slider: description must be a string, got 2"],
  [() => choice([]), "choice: choices must not be empty"],
  [() => choice({}), "choice: choices must not be empty"],
  [() => choice("ab" as never), "choice: choices must be an array or an object of names"],
  [
    () => choice(["a"], { value: "b" as never }),
    'choice: value must be one of a, got "b" (string)',
  ],
  [() => checkbox("yes" as never), 'checkbox: value must be true or false, got "yes" (string)'],
])("refuse: %#", (run, message) => {
  expect(run).toThrow(message);
});
