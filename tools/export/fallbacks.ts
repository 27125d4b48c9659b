/**
 * Fonts that the reader's machine has already, brought to the measures of ours: text set in them until ours
 * are there breaks into almost the same lines, so that little moves when it is set anew.
 */
import { readFileSync } from "node:fs";
import { readMetrics } from "../figures/metrics";
import { unpackWoff } from "../figures/woff";

/** What is set in a font: words, letters in formulas, or what else stands in formulas. */
export const SAMPLES = {
  words:
    "A symmetric matrix has real eigenvalues, and eigenvectors that can be chosen to be orthogonal; " +
    "what follows is that it stretches space along axes at right angles. The larger of them belongs to " +
    "the direction in which the data vary most, which is why we look for it first.",
  letters: "xyzabcfgijknmpqtuvwxyABXYPQRSTVxxynijk",
  signs: "(0,1)=2+(3)[]=()01,;=d1=0",
};

/** A font of machines: the names it goes by, those of fonts of the same widths among them. */
export interface StandIn {
  names: readonly string[];
  /** Average width of the sample in ems. */
  width: number;
}

/** Windows, macOS and Linux have the first of each, Android the second. */
export const STAND_INS = {
  serif: [
    { names: ["Times New Roman", "Liberation Serif", "Tinos"], width: 0.3941 },
    { names: ["Noto Serif", "NotoSerif"], width: 0.4675 },
  ],
  serifItalic: [
    {
      names: ["Times New Roman Italic", "Liberation Serif Italic", "Tinos Italic"],
      width: 0.3954,
    },
    { names: ["Noto Serif Italic", "NotoSerif-Italic"], width: 0.4568 },
  ],
  serifBold: [
    { names: ["Times New Roman Bold", "Liberation Serif Bold", "Tinos Bold"], width: 0.4174 },
    { names: ["Noto Serif Bold", "NotoSerif-Bold"], width: 0.4971 },
  ],
  sans: [
    { names: ["Arial", "Liberation Sans", "Arimo", "Helvetica"], width: 0.4333 },
    { names: ["Roboto", "Roboto-Regular"], width: 0.4349 },
  ],
  sansBold: [
    { names: ["Arial Bold", "Liberation Sans Bold", "Arimo Bold"], width: 0.469 },
    { names: ["Roboto Bold", "Roboto-Bold"], width: 0.4415 },
  ],
  mono: [
    { names: ["DejaVu Sans Mono", "Menlo", "Menlo-Regular"], width: 0.6021 },
    { names: ["Courier New", "Liberation Mono", "Cousine", "Roboto Mono"], width: 0.6001 },
  ],
  letters: [
    {
      names: ["Times New Roman Italic", "Liberation Serif Italic", "Tinos Italic"],
      width: 0.4823,
    },
    { names: ["Noto Serif Italic", "NotoSerif-Italic"], width: 0.557 },
  ],
  signs: [
    { names: ["Times New Roman", "Liberation Serif", "Tinos"], width: 0.4305 },
    { names: ["Noto Serif", "NotoSerif"], width: 0.4585 },
  ],
} satisfies Record<string, readonly StandIn[]>;

/** A face of ours: what it is asked for by, its WOFF 1.0 file, its like on machines and what is set in it. */
export interface OwnFace {
  family: string;
  weight: number;
  style: string;
  woff: string;
  like: keyof typeof STAND_INS;
  sample: keyof typeof SAMPLES;
}

/** Average width of a text in a font, in ems. */
export function averageWidth(advance: (code: number) => number | undefined, text: string): number {
  const widths = [...text].map((sign) => advance(sign.codePointAt(0) as number) ?? 0);
  return widths.reduce((sum, width) => sum + width, 0) / widths.length;
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

/** Rules that make fonts of machines as wide as ours, and as high (CSS Fonts 5, size-adjust). */
export function fallbackFaces(faces: readonly OwnFace[]): string {
  return faces
    .flatMap(({ family, weight, style, woff, like, sample }) => {
      const { tables } = unpackWoff(readFileSync(woff));
      const { ascent, descent, advance } = readMetrics(tables);
      const own = averageWidth(advance, SAMPLES[sample]);
      return STAND_INS[like].map(({ names, width }, i) => {
        const scale = own / width;
        const local = names.map((name) => `local("${name}")`).join(",");
        const called = `${family} meanwhile${i === 0 ? "" : " on Android"}`;
        // the overrides are themselves scaled by size-adjust
        return (
          `@font-face{font-family:"${called}";font-weight:${weight};font-style:${style};` +
          `src:${local};size-adjust:${percent(scale)};ascent-override:${percent(ascent / scale)};` +
          `descent-override:${percent(descent / scale)};line-gap-override:0%}`
        );
      });
    })
    .join("\n");
}
