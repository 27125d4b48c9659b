import { expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";
import { bundles } from "../../../lib/display/show";

const FIGURE = "application/vnd.plotly.v1+json";

test("an older figure is drawn in the form of today", () => {
  const data = [{ x: [1, 2], y: [3, 4] }];
  const shown = bundles({ data, layout: { title: "found", xaxis: { title: "found" } } });
  expect(shown).toHaveLength(1);
  expect(shown[0]![FIGURE]).toEqual({
    data,
    layout: { title: { text: "found" }, xaxis: { title: { text: "found" } } },
  });
});

test("what is written otherwise now, or unknown, is said below the figure", () => {
  const data = [{ type: "bar", y: [1], bardir: "h", colour: "red" }];
  const [figure, words, ...rest] = bundles({ data, layout: { titel: "lost" } });
  expect(figure![FIGURE]).toMatchObject({ data: [{ orientation: "h" }] });
  expect(rest).toEqual([]);
  expect(words).toEqual({
    "text/plain": [
      "show: data[0].bardir is written orientation now",
      "show: data[0].colour is unknown",
      "show: layout.titel is unknown; did you mean title?",
    ].join("\n"),
  });
});

test("a figure of which nothing is seen says why, below it", () => {
  const [, words] = bundles(plot.line([0, 1], [Number.NaN, Number.NaN]));
  expect(words).toEqual({
    "text/plain":
      "show: nothing is seen of data[0]: y must hold a finite number, all 2 values are NaN or infinite",
  });
});

test("figures of plot are shown without a word", () => {
  expect(bundles(plot.line([0, 1], [1, 2], { title: "A line" }))).toHaveLength(1);
});

test("what a figure says of itself stands beside its description, or stays alone where it is no object", () => {
  const data = [{ y: [1] }];
  const layoutOf = (meta: unknown) => {
    const [shown] = bundles({ data, layout: { meta }, alt: "one" });
    return (shown![FIGURE] as { layout: object }).layout;
  };
  expect(layoutOf({ of: "mine" })).toEqual({ meta: { of: "mine", alt: "one" } });
  expect(layoutOf(["mine"])).toEqual({ meta: ["mine"] });
  expect(layoutOf(undefined)).toEqual({ meta: { alt: "one" } });
});
