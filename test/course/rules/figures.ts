/** What a figure has to say without its code, and what of its code is folded away. */
import { textOf } from "../../../tools/common/notebook";
import {
  FIGURE,
  faultsAt,
  figuresOf,
  hasTag,
  isCode,
  outputsOf,
  type Rule,
  sourceOf,
} from "./cells";

interface Drawn {
  layout?: {
    title?: { text?: string } | string;
    meta?: { alt?: string };
    annotations?: { text?: string }[];
    sliders?: { active?: number }[];
  };
  frames?: unknown[];
}

const drawnIn = (cell: Parameters<typeof figuresOf>[0]) =>
  figuresOf(cell).map(({ data }) => data?.[FIGURE] as Drawn);

/** Panels of a figure have their titles as annotations. */
const titlesOf = ({ layout = {} }: Drawn): string[] => {
  const { title, annotations = [] } = layout;
  const own = typeof title === "string" ? title : title?.text;
  return [own, ...annotations.map(({ text }) => text)].filter((t): t is string =>
    Boolean(t?.trim()),
  );
};

/** The small pictures of a sheet stand beside a question (`heldPictures`), which is their title. */
export const titledFigures: Rule = (notebook) =>
  faultsAt(notebook, (cell) =>
    drawnIn(cell).flatMap((figure) =>
      hasTag(cell, "drawn") || titlesOf(figure).length > 0 ? [] : ["a figure has no title"],
    ),
  );

/** A description of its own, of a sentence or more: who cannot see the figure has only that. */
export const describedFigures: Rule = (notebook) =>
  faultsAt(notebook, (cell) =>
    drawnIn(cell).flatMap(({ layout }) => {
      const alt = layout?.meta?.alt?.trim() ?? "";
      return alt.length >= 60 ? [] : [`a figure's description is too short: "${alt}"`];
    }),
  );

/** Whether points of a PNG let through what lies behind it (PNG 3, 4.4 and 11.3.1). */
function isTransparent(png: Buffer): boolean {
  const colourType = png.readUInt8(25);
  const head = png.subarray(0, png.indexOf("IDAT"));
  return colourType === 4 || colourType === 6 || head.includes("tRNS");
}

/** Stored pictures bring their paper with them: in editors and on pages of others that are dark as well. */
export const opaquePictures: Rule = (notebook) =>
  faultsAt(notebook, (cell) =>
    outputsOf(cell).flatMap(({ data = {} }) => {
      const png = data["image/png"] as string | undefined;
      const shown = png !== undefined && isTransparent(Buffer.from(textOf(png), "base64"));
      return shown ? ["a stored picture lets through what is behind it"] : [];
    }),
  );

export const foldedFigures: Rule = (notebook) =>
  faultsAt(notebook, (cell) => {
    if (!isCode(cell) || figuresOf(cell).length === 0) return undefined;
    const folded = (cell.metadata.jupyter as { source_hidden?: boolean } | undefined)
      ?.source_hidden;
    return hasTag(cell, "figure") && folded ? undefined : "draws, but is not tagged and folded";
  });

/** Only figures are folded: mathematics in a folded cell is mathematics nobody reads. */
export const nothingElseFolded: Rule = (notebook) =>
  faultsAt(notebook, (cell) => {
    if (hasTag(cell, "figure") && figuresOf(cell).length === 0)
      return "tagged figure, but draws none";
    return hasTag(cell, "check") ? "tagged check, which is for tables of the resources" : undefined;
  });

/** Frames open on the one that shows the finding; the first of many only where the code says so. */
export const openedFrames: Rule = (notebook) =>
  faultsAt(notebook, (cell) =>
    drawnIn(cell).flatMap(({ frames = [], layout }) => {
      const first = frames.length > 1 && (layout?.sliders?.[0]?.active ?? 0) === 0;
      const told = /\bopen\s*:/.test(sourceOf(cell));
      return first && !told ? ["frames open on the first without being told to"] : [];
    }),
  );
