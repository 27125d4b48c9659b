/** What a figure says that Plotly leaves out without a word: names and values that it does not know. */
import { isPlainObject } from "../render/kinds";
import { nearest } from "./nearest";
import { isOurs } from "./ours";
import { type Attribute, type Attributes, attributeOf, knownAttributes } from "./schema";
import type { Part } from "./walk";

/** What Plotly takes although its list of attributes lacks it, and what older figures carry for a server. */
const TAKEN =
  /^(_.*|.+src|uid|stream|hidesources|islog|isdate|categories|reversescl|[xy]axis1|scene1)$/;

/** What to write instead of what older examples have and no other name has taken over. */
const INSTEAD: Readonly<Record<string, string>> = {
  transforms: "filter, group and sort the data before they are drawn",
  cameraposition: "write camera: { eye: { x, y, z } }",
  opacity: 'give the colour an opacity: color: "rgba(…)"',
  t: 'write type: "scatterpolar" with r and theta',
  r: 'write type: "scatterpolar" with r and theta',
  radialaxis: "write polar: { radialaxis }",
  angularaxis: "write polar: { angularaxis }",
};

const KINDS_INSTEAD: Readonly<Record<string, string>> = {
  area: 'write type: "barpolar" with r and theta',
};

const namesOf = (attributes: Attributes) =>
  Object.keys(attributes).filter((name) => isPlainObject(attributes[name]));

/** "; did you mean title?", or what else helps. */
function help(name: string, names: readonly string[], instead: string | undefined): string {
  if (instead) return `: ${instead}`;
  const near = nearest(name, names);
  return near ? `; did you mean ${near}?` : "";
}

/** So many choices are listed; of more the nearest is named. */
const FEW = 12;

const REGEXP = /^\/(.*)\/$/;

/** Whether a value is one that an enumeration or a list of flags has; what else there is, is let be. */
function isOneOf({ valType, values = [], flags = [], extras = [] }: Attribute, value: string) {
  if (valType === "flaglist") {
    return extras.includes(value) || value.split("+").every((flag) => flags.includes(flag));
  }
  return values.some((one) => {
    const [, source] = (typeof one === "string" && REGEXP.exec(one)) || [];
    return source === undefined ? String(one) === value : new RegExp(source).test(value);
  });
}

/** Values that Plotly mends where they are not whole: "top" for "top center". */
const MENDED = new Set(["textposition", "anchor", "overlaying", "xref", "yref", "dragmode"]);

/** The remark on a value that its attribute does not have. */
function remarkOnValue(found: Attribute, name: string, value: unknown, path: string): string[] {
  const isChoice = found.valType === "enumerated" || found.valType === "flaglist";
  if (!isChoice || typeof value !== "string" || MENDED.has(name)) return [];
  if (isOneOf(found, value)) return [];
  const choices = [...(found.flags ?? found.values ?? []), ...(found.extras ?? [])];
  const words = choices.filter((one) => !(typeof one === "string" && REGEXP.test(one)));
  const list = words.map((one) => JSON.stringify(one)).join(", ");
  const rest = words.length <= FEW ? `; it has ${list}` : help(value, words.map(String), undefined);
  return [`${path} has no "${value}"${rest}`];
}

/** Remarks on what stands in a container. */
function remarksIn(part: Part, attributes: Attributes, path: string): string[] {
  return Object.entries(part).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    const found = attributeOf(attributes, name);
    if (!found) {
      if (TAKEN.test(name) || value === undefined) return [];
      return [`${at} is unknown${help(name, namesOf(attributes), INSTEAD[name])}`];
    }
    if (found.valType) return remarkOnValue(found, name, value, at);
    if (found.items) {
      const [item] = Object.values(found.items);
      const parts = Array.isArray(value) ? value : [];
      return parts.flatMap((one, i) =>
        isPlainObject(one) ? remarksIn(one, item as Attributes, `${at}[${i}]`) : [],
      );
    }
    if (isPlainObject(value)) return remarksIn(value, found as Attributes, at);
    if (value === null || typeof value === "boolean" || value === undefined) return [];
    return [
      `${at} must be an object, such as { ${namesOf(found as Attributes)
        .slice(0, 3)
        .join(", ")} }`,
    ];
  });
}

function remarksOnTrace(trace: unknown, path: string): string[] {
  if (!isPlainObject(trace)) return [`${path} must be an object, a trace`];
  const { traces } = knownAttributes();
  const { type = "scatter" } = trace;
  const attributes = traces.get(String(type));
  if (attributes) {
    const { type: _, ...rest } = trace;
    return remarksIn(rest, attributes, path);
  }
  const instead = KINDS_INSTEAD[String(type)];
  return [
    `${path} has an unknown type "${type}"${help(String(type), [...traces.keys()], instead)}`,
  ];
}

/**
 * What Plotly would leave out of a figure, in words; nothing for one that it takes whole.
 *
 * @returns For example "layout.titel is unknown; did you mean title?".
 */
export function unknownParts({ data, layout }: { data: object[]; layout: object }): string[] {
  return [
    ...data.flatMap((trace, i) => (isOurs(trace) ? [] : remarksOnTrace(trace, `data[${i}]`))),
    ...(isPlainObject(layout) && !isOurs(layout)
      ? remarksIn(layout, knownAttributes().layout, "layout")
      : []),
  ];
}
