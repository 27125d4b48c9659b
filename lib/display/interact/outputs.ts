import { describeValue } from "../../core";
import type { Bundle } from "../render/bridge";
import { render } from "../render/render";
import { displayingTo } from "../render/sink";

/** What stands under the controls, as Jupyter's output widget takes it. */
export type Outputs = readonly object[];

export const FIGURE = "application/vnd.plotly.v1+json";

export const outputsOf = (bundles: readonly Bundle[]): Outputs =>
  bundles.map((data) => ({ output_type: "display_data", data, metadata: {} }));

/** An error in the place of the figure. */
export function errorOutputs(error: unknown): Outputs {
  const isError = error instanceof Error;
  const [ename, evalue] = isError ? [error.name, error.message] : ["Error", describeValue(error)];
  return [{ output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] }];
}

/**
 * What a function draws: what it shows while it runs, in the places in which that came, and what it
 * returns. Promised, if it promises.
 *
 * @throws what the function throws.
 */
export function drawn(draw: () => unknown): Bundle[] | Promise<Bundle[]> {
  const shown = new Map<string | symbol, Bundle>();
  const finish = (value: unknown) => [
    ...shown.values(),
    ...(value === undefined ? [] : render(value, {})),
  ];
  const value = displayingTo(
    (bundle, { displayId }) => shown.set(displayId ?? Symbol(), bundle),
    draw,
  );
  return value instanceof Promise ? value.then(finish) : finish(value);
}
