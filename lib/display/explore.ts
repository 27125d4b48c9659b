import { requireOneOf } from "../core";
import { slider } from "./controls";
import { drawFamily, FAMILIES } from "./explore/families";
import { interact } from "./interact";

/**
 * The density or the probabilities of a family of laws, with a slider for each of its parameters. In
 * JupyterLab the kernel draws it anew; on an exported page the library's own code does, compiled for the
 * browser; elsewhere stands the picture of the start.
 *
 * @param name - Of the family in `prob`: "gamma".
 * @throws RangeError if there is no such family.
 * @example
 * explore("gama") // throws explore: name must be one of "bernoulli", "binomial",
 */
export function explore(name: string): void {
  requireOneOf("explore", "name", name, Object.keys(FAMILIES));
  const ranges = Object.entries(FAMILIES[name].sliders);
  const controls = Object.fromEntries(
    ranges.map(([key, [min, max, value, step]]) => [key, slider(min, max, { value, step })]),
  );
  const draw = (values: Record<string, number>) => {
    const at = ranges.map(([key]) => values[key]);
    const figure = drawFamily(name, at);
    return { ...figure, layout: { ...figure.layout, meta: { family: name } } };
  };
  interact(controls, draw, { states: 1 });
}
