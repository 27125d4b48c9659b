import type { Rng } from "../../core";
import type { Plan } from "./arguments";
import { dualAveraging } from "./dualAveraging";
import { diagonalMetric, type Metric } from "./metric";
import { runningShape } from "./shape";
import type { MarkovChains, State } from "./types";
import { warmupWindows } from "./windows";

/** One step of a chain. */
export interface Move<S extends State> {
  state: S;
  /** Probability with which the proposal was to be accepted. */
  acceptance: number;
  divergent: boolean;
}

/** What makes a sampler: how it starts, steps, and chooses a first step size for a metric. */
export interface Transition<S extends State> {
  start(x: number[], chain: number): S;
  move(state: S, metric: Metric, step: number, random: Rng): Move<S>;
  firstStep(state: S, metric: Metric, random: Rng): number;
  /** The step to begin with, if it is given. */
  givenStep?: number;
  /** The acceptance that warm-up aims at. */
  target: number;
  /** Towards which multiple of a first step size the search leans. */
  pull: number;
  /** How slowly it goes once the metric is that of the target: acceptances of either kind are noisy. */
  damping: number;
  /** How many steps are worth one independent draw, by theory for an ordinary target. */
  worth: number;
}

/** Runs one chain through warm-up. */
function warmUp<S extends State>(first: S, plan: Plan, transition: Transition<S>) {
  const { random, warmup, scale, adapt } = plan;
  let state = first;
  let metric = diagonalMetric(scale);
  const initial = transition.givenStep ?? transition.firstStep(state, metric, random);
  const control = dualAveraging(initial, transition.target, transition.pull);
  const shape = runningShape(scale, plan.metric === "dense", transition.worth);
  const { first: begin, ends } = warmupWindows(warmup);
  const end = ends[ends.length - 1] ?? 0;
  for (let t = 0; t < warmup; t++) {
    const moved = transition.move(state, metric, adapt ? control.step() : initial, random);
    state = moved.state;
    if (!adapt) continue;
    control.update(moved.acceptance);
    if (t < begin || t >= end) continue;
    shape.add(state.x);
    if (!ends.includes(t + 1)) continue;
    const learnt = shape.take();
    if (learnt === undefined) continue;
    metric = learnt;
    control.restart(transition.firstStep(state, metric, random), transition.damping);
  }
  return { state, metric, step: adapt ? control.average() : initial };
}

/** Runs all chains, one after the other on the one stream of random numbers. */
export function runChains<S extends State>(plan: Plan, transition: Transition<S>) {
  const out: MarkovChains & { divergences: number[] } = {
    draws: [],
    logDensity: [],
    acceptance: [],
    stepSize: [],
    covariance: [],
    divergences: [],
  };
  const starts = plan.starts.map((x, chain) => transition.start(x, chain));
  for (const start of starts) {
    const warm = warmUp(start, plan, transition);
    let { state } = warm;
    const draws: number[][] = [];
    const values: number[] = [];
    let [accepted, divergences] = [0, 0];
    for (let t = 0; t < plan.steps; t++) {
      const moved = transition.move(state, warm.metric, warm.step, plan.random);
      state = moved.state;
      accepted += moved.acceptance;
      if (moved.divergent) divergences++;
      draws.push(state.x.slice());
      values.push(state.value);
    }
    out.draws.push(draws);
    out.logDensity.push(values);
    out.acceptance.push(accepted / plan.steps);
    out.stepSize.push(warm.step);
    out.covariance.push(warm.metric.covariance());
    out.divergences.push(divergences);
  }
  return out;
}
