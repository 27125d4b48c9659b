import type {
  ContinuousDistribution,
  Dirichlet,
  DiscreteDistribution,
  Multinomial,
  MultivariateNormal,
} from "../../prob";
import { contour } from "../plot/contour";
import { heatmap } from "../plot/heatmap";
import { line } from "../plot/line";
import { linspace } from "../plot/series";
import type { Figure, FigureOptions } from "../plot/spec";
import { stem } from "../plot/stem";

/** A law that can be drawn: one on the line, or of two free coordinates. */
export type DrawnLaw =
  | ContinuousDistribution
  | DiscreteDistribution
  | MultivariateNormal
  | Dirichlet
  | Multinomial;

/** The part of the line that holds all but a thousandth, from one end of the support if it is near. */
function bulk(law: ContinuousDistribution | DiscreteDistribution): readonly [number, number] {
  const [low, high] = [law.ppf(0.001), law.isf(0.001)];
  const [first, last] = law.support;
  const near = 0.5 * (high - low) || 1;
  return [low - first < near ? first : low, last - high < near ? last : high];
}

/** At most so many stems stand beside each other. */
const MOST_STEMS = 400;

/** The density over an interval; a gap where it is infinite. */
function density(law: ContinuousDistribution, options: FigureOptions): Figure {
  const [low, high] = options.xRange ?? bulk(law);
  const x = linspace(low, high, 129);
  return line(x, law.pdf(x), { x: "x", y: "density", fill: true, ...options });
}

function masses(law: DiscreteDistribution, options: FigureOptions): Figure {
  const [low, high] = (options.xRange ?? bulk(law)).map(Math.round) as [number, number];
  const step = Math.max(1, Math.ceil((high - low) / MOST_STEMS));
  const k = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
  const xRange = [low - 0.5, high + 0.5] as const;
  return stem(k, law.pmf(k), { x: "k", y: "probability", ...options, xRange });
}

const POINTS = 33;

/** Level lines of the density of two coordinates, three standard deviations about the mean. */
function plane(law: MultivariateNormal, options: FigureOptions): Figure {
  const box = [0, 1].map((i) => {
    const reach = 3 * Math.sqrt(law.cov[i][i]);
    return [law.mean[i] - reach, law.mean[i] + reach];
  });
  const [x, y] = [options.xRange ?? box[0], options.yRange ?? box[1]];
  const axes = { x: "x₁", y: "x₂", equal: true, n: POINTS, scaleTitle: "density" };
  return contour((p) => law.pdf(p), [x.slice(), y.slice()], { ...axes, ...options });
}

/** Level lines over the first two of three shares: the third is what they leave. */
function simplex(law: Dirichlet, options: FigureOptions): Figure {
  const shares = linspace(0.01, 0.98, POINTS);
  const z = shares.map((v) =>
    shares.map((u) => (u + v < 0.995 ? law.pdf([u, v, 1 - u - v]) : Number.NaN)),
  );
  const axes = { x: "x₁", y: "x₂", equal: true, scaleTitle: "density" };
  return contour({ x: shares, y: shares, z }, undefined, { ...axes, ...options });
}

/** The probabilities of the first two of three counts: the third is what they leave. */
function counts(law: Multinomial, options: FigureOptions): Figure {
  const { n } = law.params;
  const k = linspace(0, n, n + 1);
  const z = k
    .map((v) => k.map((u) => (u + v <= n ? law.pmf([u, v, n - u - v]) : Number.NaN)))
    .reverse();
  const axes = { x: "x₁", y: "x₂", annotate: false, gap: 0, scaleTitle: "probability" };
  const labels = { rows: k.slice().reverse(), columns: k };
  return heatmap(z, { ...axes, ...labels, height: 460, ...options });
}

/**
 * The density or the probabilities of a law: a curve, stems, or in the plane level lines and coloured
 * cells, for a normal law of two coordinates and laws of three shares or counts.
 *
 * @param options - `xRange` is the part that is drawn, by default all but a thousandth at each end.
 */
export function drawLaw(law: DrawnLaw, options: FigureOptions = {}): Figure {
  if (law.kind === "continuous") return density(law, options);
  if (law.kind === "discrete") return masses(law, options);
  if (law.name === "multivariateNormal") return plane(law, options);
  return law.name === "dirichlet" ? simplex(law, options) : counts(law, options);
}
