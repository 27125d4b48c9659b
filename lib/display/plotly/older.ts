/**
 * Figures as older examples of Plotly write them. Plotly 3 and 4 dropped those forms and leaves them out
 * without a word; here what has a form of today is drawn in it.
 */
import { type Part, walk } from "./walk";

/** A part without some of its entries. */
function without(part: Part, ...names: string[]): Part {
  return Object.fromEntries(Object.entries(part).filter(([key]) => !names.includes(key)));
}

/** Says that one form is drawn as another. */
type Say = (older: string, today: string) => void;

type Rule = (part: Part, say: Say, path: string) => Part;

/** Attributes of a title that stood beside it. */
const BESIDE_TITLE = ["font", "side", "position", "offset"];

/** `title: "of one word"`, in updates of a button too, whose names are paths. */
const titles: Rule = (part) => {
  const texts = Object.entries(part).filter(
    ([key, v]) => /(^|\.)title$/.test(key) && ["string", "number"].includes(typeof v),
  );
  if (texts.length === 0) return part;
  const renamed = texts.map(([key, v]) =>
    key === "title" ? [key, { text: String(v) }] : [`${key}.text`, v],
  );
  return { ...without(part, ...texts.map(([key]) => key)), ...Object.fromEntries(renamed) };
};

const besideTitles: Rule = (part, say) => {
  const found = BESIDE_TITLE.filter((name) => `title${name}` in part);
  if (found.length === 0) return part;
  const moved = found.map((name) => [name, part[`title${name}`]]);
  for (const name of found) say(`title${name}`, `title: { ${name} }`);
  const rest = without(part, ...found.map((name) => `title${name}`));
  return { ...rest, title: { ...Object.fromEntries(moved), ...(part.title as Part) } };
};

/** Kinds of trace that have another name. */
const KINDS: Readonly<Record<string, string>> = {
  heatmapgl: "heatmap",
  contourgl: "contour",
  histogramx: "histogram",
  pointcloud: "scattergl",
  scattermapbox: "scattermap",
  choroplethmapbox: "choroplethmap",
  densitymapbox: "densitymap",
};

const kinds: Rule = (part, say, path) => {
  const { type } = part;
  const today = typeof type === "string" && isTrace(path) ? KINDS[type] : undefined;
  if (today === undefined) return part;
  say(`type: "${type}"`, `type: "${today}"`);
  const points = type === "pointcloud" ? { mode: "markers" } : {};
  const { subplot } = part;
  const map = typeof subplot === "string" ? { subplot: subplot.replace(/^mapbox/, "map") } : {};
  return { ...points, ...part, ...map, type: today };
};

const maps: Rule = (part, say, path) => {
  const found = isLayout(path) ? Object.keys(part).filter((key) => /^mapbox\d*$/.test(key)) : [];
  for (const key of found) say(key, key.replace("mapbox", "map"));
  if (found.length === 0) return part;
  const moved = found.map((key) => [key.replace("mapbox", "map"), part[key]]);
  return { ...without(part, ...found), ...Object.fromEntries(moved) };
};

/** An entry that has another name, and perhaps another value. */
const renamed =
  (
    older: string,
    belongs: (part: Part, path: string) => boolean,
    today: (value: unknown) => Part,
    words: string,
  ): Rule =>
  (part, say, path) => {
    if (!(older in part) || !belongs(part, path)) return part;
    say(older, words);
    return { ...today(part[older]), ...without(part, older) };
  };

const isTrace = (path: string) => /(^|\.)data(\.\w+)?\[\d+\]$/.test(path);
const isLayout = (path: string) => /(^|\.)layout$/.test(path);
const isAxis = (_: Part, path: string) => /axis\d*$/.test(path);
const isSurface = ({ type }: Part, path: string) => isTrace(path) && type === "surface";

const RULES: readonly Rule[] = [
  titles,
  besideTitles,
  kinds,
  maps,
  renamed(
    "bardir",
    (_, path) => isTrace(path),
    (v) => ({ orientation: v }),
    "orientation",
  ),
  renamed(
    "ref",
    (_, path) => /annotations\[\d+\]$/.test(path),
    (v) => (v === "paper" ? { xref: v, yref: v } : {}),
    "xref and yref",
  ),
  renamed(
    "autotick",
    isAxis,
    (v) => ({ tickmode: v ? "auto" : "linear" }),
    'tickmode: "auto" or "linear"',
  ),
  ...(["auto", "min", "max"] as const).map((end) =>
    renamed(`z${end}`, isSurface, (v) => ({ [`c${end}`]: v }), `c${end}`),
  ),
  renamed(
    "scl",
    (_, path) => isTrace(path),
    (v) => ({ colorscale: v }),
    "colorscale",
  ),
];

/** A figure in the forms of today, and what was written in older ones. */
export interface Modern<T> {
  figure: T;
  /** "layout.xaxis.titlefont is written title: { font } now". */
  notes: string[];
}

/** The parts of a figure that Plotly reads. */
interface Parts {
  data: object[];
  layout: object;
  frames?: object[];
}

/**
 * A figure of Plotly with all that older examples write otherwise in the form of today; the figure itself
 * if there is nothing of the kind. Titles as strings are not remarked on: everybody writes them.
 */
export function modernised<T extends Parts>(figure: T): Modern<T> {
  const notes = new Set<string>();
  const change = (part: Part, path: string) =>
    RULES.reduce(
      (now, rule) =>
        rule(now, (older, today) => notes.add(`${path}.${older} is written ${today} now`), path),
      part,
    );
  const changed: Partial<Parts> = {};
  for (const name of ["data", "layout", "frames"] as const) {
    const now = walk(figure[name], name, change);
    if (now !== figure[name]) Object.assign(changed, { [name]: now });
  }
  const same = Object.keys(changed).length === 0;
  return { figure: same ? figure : { ...figure, ...changed }, notes: [...notes] };
}
