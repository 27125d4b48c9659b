/** Text in pieces of one family each, as the rasteriser needs it. */
import { FAMILY, familyOf, hasParts } from "./fonts";

/** Signs that no face has, and what looks like them. */
const ALIKE: Readonly<Record<string, string>> = { "⟂": "⊥", 𝒩: "N", 𝓛: "ℒ", "∕": "/" };
const NO_SIGN = "□";

/** A sign with the accents on it, as it can be drawn, and its family. */
function drawn(cluster: string): [text: string, family: string] {
  if (familyOf(cluster) === FAMILY) return [cluster, FAMILY];
  const apart = [...cluster]
    .map((sign) => (hasParts(sign) ? sign.normalize("NFD") : sign))
    .join("");
  const [sign = ""] = apart;
  for (const text of [apart, ALIKE[sign] ?? sign]) {
    const family = familyOf(text);
    if (family) return [text, family];
  }
  return [NO_SIGN, familyOf(NO_SIGN) as string];
}

/** Text of an SVG in pieces of one family each; a sign that no face has gives way to a box. */
function inFamilies(text: string): string {
  const pieces: [text: string, family: string][] = [];
  for (const [cluster] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const [sign, family] = drawn(cluster);
    const last = pieces.at(-1);
    if (last?.[1] === family) last[0] += sign;
    else pieces.push([sign, family]);
  }
  return pieces
    .map(([piece, family]) =>
      family === FAMILY ? piece : `<tspan font-family="${family}">${piece}</tspan>`,
    )
    .join("");
}

/**
 * An SVG in which each piece of text names the family that has its signs: left to find them, the rasteriser
 * draws boxes in a whole line where two families give different numbers of glyphs.
 */
export const drawable = (svg: string): string =>
  svg.replace(/>([^<]*[^\p{ASCII}<][^<]*)</gu, (_, text: string) => `>${inFamilies(text)}<`);
