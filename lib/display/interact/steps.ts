import type { Bundle } from "../render/bridge";
import type { Controls } from "./control";
import { drawn } from "./outputs";
import type { Step } from "./stored";

/** Values of the controls, by name. */
export type Setting = Record<string, unknown>;

/** What draws for a setting. */
export type Draw = (setting: Setting) => unknown;

/** The steps of one control that could be drawn, and which of them is the start. */
export interface Steps {
  steps: Step[];
  start: number;
}

interface Moment {
  label: string;
  setting: Setting;
  isStart: boolean;
}

/** The settings along one control, the others as they are at the start. */
function momentsOf(controls: Controls, name: string, most: number): Moment[] {
  const { value: first } = controls[name];
  const start = Object.fromEntries(
    Object.entries(controls).map(([key, { value }]) => [key, value]),
  );
  return controls[name].along(most).map(({ label, value }) => ({
    label,
    setting: { ...start, [name]: value },
    isStart: Object.is(value, first),
  }));
}

/** What was drawn, in the order of the moments; what could not be drawn is left out. */
function collect(moments: readonly Moment[], all: readonly (Bundle[] | undefined)[]): Steps {
  const kept = moments.flatMap(({ label, isStart }, k) => {
    const bundles = all[k];
    return bundles ? [{ label, isStart, bundles }] : [];
  });
  return { steps: kept, start: kept.findIndex(({ isStart }) => isStart) };
}

/** Draws for one setting; undefined if that fails, which the reader sees on going there. */
function attempt(
  draw: Draw,
  setting: Setting,
): Bundle[] | Promise<Bundle[] | undefined> | undefined {
  try {
    const made = drawn(() => draw(setting));
    return made instanceof Promise ? made.catch(() => undefined) : made;
  } catch {
    return undefined;
  }
}

async function drawAwaited(
  moments: readonly Moment[],
  draw: Draw,
  first: Promise<Bundle[]>,
): Promise<Steps> {
  const start = await first;
  const all: (Bundle[] | undefined)[] = [];
  for (const { isStart, setting } of moments) {
    all.push(isStart ? start : await attempt(draw, setting));
  }
  return collect(moments, all);
}

/**
 * Draws along one control, one value after the other; a promise of that if `draw` promises.
 *
 * @throws what `draw` throws at the start.
 */
export function drawSteps(
  controls: Controls,
  name: string,
  most: number,
  draw: Draw,
): Steps | Promise<Steps> {
  const moments = momentsOf(controls, name, most);
  const { setting } = moments.find(({ isStart }) => isStart)!;
  const first = drawn(() => draw(setting));
  if (first instanceof Promise) return drawAwaited(moments, draw, first);
  const all = moments.map(({ isStart, setting }) => {
    const made = isStart ? first : attempt(draw, setting);
    return made instanceof Promise ? undefined : made;
  });
  return collect(moments, all);
}
