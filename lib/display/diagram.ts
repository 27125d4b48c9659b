import { describeValue, requireOptions } from "../core";
import { type Arrow, drawing, type Kind, type Node, SHEETS } from "./diagram/drawing";
import type { Bundle } from "./render/bridge";
import { DISPLAY } from "./render/ownDisplay";

/** Options of `diagram`. */
export interface DiagramOptions {
  /** The kinds of arrows by their keys, in the order of the list below the picture. */
  kinds: Readonly<Record<string, Kind>>;
  title: string;
  /** What is to be seen, for those who cannot see it. */
  alt: string;
}

/** Things and what they are to one another, which `show` draws. Make one with `diagram`. */
export class Diagram {
  constructor(
    readonly nodes: readonly Node[],
    readonly arrows: readonly Arrow[],
    readonly options: DiagramOptions,
  ) {}

  [DISPLAY](): Bundle {
    const { nodes, arrows, options } = this;
    const { kinds, title, alt } = options;
    const [wide, narrow] = SHEETS.map((sheet) => drawing(sheet, nodes, arrows, kinds, options));
    const said = arrows.map(({ from, to, kind }) => `${from} → ${to}: ${kinds[kind].name}`);
    return {
      "text/plain": [`[Diagram] ${title}. ${alt}`, ...said].join("\n"),
      "image/svg+xml": wide,
      "application/vnd.course.diagram+json": { narrow },
    };
  }
}

/**
 * A picture of things and arrows between them, of several kinds, that are told apart by colour, dash and a sign on
 * the arrow. Each thing is a link to the heading of its name. It is drawn twice, for a wide and for a narrow page;
 * where the page is exported it takes the one that fits.
 *
 * @param nodes - Each with its name and its column and row, on a wide and on a narrow page.
 * @param arrows - Each from one to another (or back to itself), and its kind.
 * @throws RangeError if two nodes have one name or one place, or an arrow has an end or a kind that is not there.
 * @example
 * const a = { id: "a", label: "A", wide: [0, 0], narrow: [0, 0] }
 * const options = { kinds: { to: { name: "leads to", sign: "→" } }, title: "A", alt: "A." }
 * diagram([a], [{ from: "a", to: "a", kind: "to" }], options).arrows.length // => 1
 * diagram([a], [{ from: "a", to: "b", kind: "to" }], options) // throws diagram: arrows[0].to must be a node, got "b"
 */
export function diagram(
  nodes: readonly Node[],
  arrows: readonly Arrow[],
  options: DiagramOptions,
): Diagram {
  const { kinds } = requireOptions("diagram", options, ["kinds", "title", "alt"]);
  const fail = (what: string): never => {
    throw new RangeError(`diagram: ${what}`);
  };
  nodes.forEach((node, i) => {
    for (const other of nodes.slice(0, i)) {
      if (other.id === node.id) fail(`nodes[${i}].id must be new, "${node.id}" comes twice`);
      for (const place of ["wide", "narrow"] as const) {
        if (String(other[place]) !== String(node[place])) continue;
        fail(`nodes[${i}].${place} must be free, [${node[place]}] is taken by "${other.id}"`);
      }
    }
  });
  const known = new Set(nodes.map(({ id }) => id));
  arrows.forEach((arrow, i) => {
    for (const end of ["from", "to"] as const) {
      if (known.has(arrow[end])) continue;
      fail(`arrows[${i}].${end} must be a node, got ${describeValue(arrow[end])}`);
    }
    if (!Object.hasOwn(kinds, arrow.kind)) {
      const names = Object.keys(kinds).join(", ");
      fail(`arrows[${i}].kind must be one of ${names}, got ${describeValue(arrow.kind)}`);
    }
  });
  return new Diagram(nodes, arrows, options);
}
