import { expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";

test("no helper changes what it is given", () => {
  const points = [
    [0, 1],
    [2, 3],
  ];
  const labels = ["a", "b"];
  const before = structuredClone({ points, labels });
  plot.scatter(points, { groups: labels });
  plot.biplot(points, points, { groups: labels });
  plot.arrows(points, { names: labels });
  plot.heatmap(points);
  plot.line(points[0], points[1]);
  expect({ points, labels }).toEqual(before);
});
