import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { explore } from "../../lib/display/explore";
import { drawFamily, FAMILIES } from "../../lib/display/explore/families";
import * as prob from "../../lib/prob";
import { type FakeKernel, fakeBridge, removeBridge } from "./bridge";

const FIGURE = "application/vnd.plotly.v1+json";

let kernel: FakeKernel;
beforeEach(() => {
  kernel = fakeBridge();
});
afterEach(removeBridge);

interface Stored {
  data: { y: number[] }[];
  layout: { meta: { alt: string; family: string }; title: { text: string } };
  frames?: unknown;
}

test("shows the law of the start, and says of which family it is", () => {
  explore("exponential");
  const [bundle] = kernel.shown[0];
  const { data, layout, frames } = bundle[FIGURE] as Stored;
  expect(data[0].y[0]).toBe(1);
  expect(layout.meta.family).toBe("exponential");
  expect(layout.meta.alt).toContain("the exponential law with rate = 1");
  expect(bundle["text/plain"]).toContain(layout.meta.alt);
  expect(frames).toBeUndefined();
});

test.each([
  ["gamma", "the gamma law"],
  ["poisson", "the Poisson law"],
  ["fisherF", "the Fisher's F law"],
])("writes the name of %s as in a sentence", (name, words) => {
  explore(name);
  const [bundle] = kernel.shown[0];
  expect((bundle[FIGURE] as Stored).layout.meta.alt).toContain(words);
});

test("draws anew with the values of all sliders", () => {
  explore("gamma");
  const sliders = kernel.comms.filter(({ data }) =>
    /SliderModel/.test(`${data.state._model_name}`),
  );
  expect(sliders.map(({ data }) => data.state.description)).toEqual(["shape", "rate"]);
  sliders[0]?.options.onMessage?.({ method: "update", state: { value: 1 }, buffer_paths: [] });
  sliders[1]?.options.onMessage?.({ method: "update", state: { value: 2 }, buffer_paths: [] });
  const output = kernel.comms.find(({ data }) => data.state._model_name === "OutputModel");
  const last = output?.sent.at(-1) as { state: { outputs: { data: Record<string, Stored> }[] } };
  const figure = last.state.outputs[0]?.data[FIGURE];
  expect(figure?.layout.title.text).toBe("Gamma: shape = 1, rate = 2");
  expect(figure?.data[0].y[0]).toBe(2);
});

describe.each(Object.entries(FAMILIES))("%s", (name, { sliders, make }) => {
  const ranges = Object.values(sliders);

  test("is a law of prob by that name, at every corner of its sliders", () => {
    expect(prob).toHaveProperty(name);
    for (let corner = 0; corner < 2 ** ranges.length; corner++) {
      const values = ranges.map(([min, max], i) => ((corner >> i) & 1 ? max : min));
      expect(make(...values).name).toBe(name);
      const { data } = drawFamily(name, values);
      expect(data.length).toBeGreaterThan(0);
    }
  });

  test("begins inside its ranges, on a step", () => {
    for (const [min, max, value, step] of ranges) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
      const steps = (value - min) / step;
      expect(steps).toBeCloseTo(Math.round(steps), 9);
    }
  });
});

test("refuses what is no family", () => {
  expect(() => explore("gama")).toThrow('explore: name must be one of "bernoulli", "binomial",');
});
