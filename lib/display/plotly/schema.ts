import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What Plotly says of its attributes: a container holds others by name, a leaf has a kind of value. */
export interface Attribute {
  valType?: string;
  /** Of an enumeration: the values, or regular expressions in slashes. */
  values?: readonly unknown[];
  /** Of a list of flags joined by "+": the flags, and what stands alone. */
  flags?: readonly string[];
  extras?: readonly unknown[];
  /** Of a list of containers: the one kind of container in it. */
  items?: Record<string, unknown>;
  /** Whether it comes again under numbers: xaxis2. */
  _isSubplotObj?: boolean;
}

export type Attributes = Readonly<Record<string, unknown>>;

interface Schema {
  traces: Record<string, { attributes: Attributes; layoutAttributes?: Attributes }>;
  layout: { layoutAttributes: Record<string, object> };
}

/** The attributes of every kind of trace, and those of the layout. */
export interface Known {
  traces: ReadonlyMap<string, Attributes>;
  layout: Attributes;
}

let known: Known | undefined;

/** Plotly's own list of its attributes, read when it is first asked for. */
export function knownAttributes(): Known {
  if (known) return known;
  const file = createRequire(__filename).resolve("plotly.js/dist/plot-schema.json");
  const { traces, layout } = JSON.parse(readFileSync(file, "utf8")) as Schema;
  const own = Object.values(traces).map((trace) => trace.layoutAttributes ?? {});
  const whole = Object.assign({}, layout.layoutAttributes, ...own);
  known = {
    traces: new Map(Object.entries(traces).map(([kind, { attributes }]) => [kind, attributes])),
    // what bars say of a layout, they say in polar coordinates of their subplot
    layout: { ...whole, polar: { ...whole.polar, ...traces.barpolar?.layoutAttributes } },
  };
  return known;
}

/** The attribute of this name among others, also one that comes again under numbers. */
export function attributeOf(attributes: Attributes, name: string): Attribute | undefined {
  const found = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (typeof found === "object" && found !== null) return found;
  const [, base = ""] = /^([a-z]+)(?:[2-9]|[1-9]\d+)$/.exec(name) ?? [];
  const many = Object.hasOwn(attributes, base) ? (attributes[base] as Attribute) : undefined;
  return many?._isSubplotObj ? many : undefined;
}
