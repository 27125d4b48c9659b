/** What is on the pages of a PDF that Chromium printed: where there is ink and where there is none. */
import { inflateSync } from "node:zlib";

type Matrix = readonly [number, number, number, number, number, number];
/** Heights from the top of the page, in points, between which there is ink. */
type Band = readonly [from: number, to: number];

const OBJECT = /(\d+) 0 obj\s*([\s\S]*?)\s*endobj/g;
const TOKEN =
  /\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>|\/[^\s/[\]<>()]+|[-+.\d]+|[A-Za-z'"*]+|[[\]]/g;

const times = (m: Matrix, [a, b, c, d, e, f]: Matrix): Matrix => [
  a * m[0] + b * m[2],
  a * m[1] + b * m[3],
  c * m[0] + d * m[2],
  c * m[1] + d * m[3],
  e * m[0] + f * m[2] + m[4],
  e * m[1] + f * m[3] + m[5],
];
const heightOf = (m: Matrix, x: number, y: number) => x * m[1] + y * m[3] + m[5];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Points that an operator adds to a path: of these operands, by pairs. */
const PATH: Record<string, number> = { m: 2, l: 2, c: 6, v: 4, y: 4 };
const PAINTS = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"]);

export class Pdf {
  private readonly objects = new Map<number, string>();

  constructor(file: Buffer) {
    for (const [, number, body] of file.toString("latin1").matchAll(OBJECT)) {
      this.objects.set(Number(number), body as string);
    }
  }

  /** Every page, in order. */
  get pages(): string[] {
    const catalog =
      [...this.objects.values()].find((body) => /\/Type\s*\/Catalog/.test(body)) ?? "";
    const below = (body: string): string[] => {
      if (!/\/Type\s*\/Pages/.test(body)) return [body];
      const kids = /\/Kids\s*\[([^\]]*)\]/.exec(body)?.[1] ?? "";
      return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, n]) => below(this.object(Number(n))));
    };
    return below(this.referred(catalog, "Pages"));
  }

  /** Where a page has ink, from top to bottom, bands that touch put together. */
  inkOf(page: string): Band[] {
    const [, , , height] = (/\/MediaBox\s*\[([^\]]*)\]/.exec(page)?.[1] ?? "")
      .trim()
      .split(/\s+/)
      .map(Number);
    const drawn = this.draw(this.textOf(this.referred(page, "Contents")), page, IDENTITY);
    const bands = drawn.map(([a, b]): Band => [(height as number) - b, (height as number) - a]);
    const merged: [number, number][] = [];
    for (const [from, to] of bands.sort((a, b) => a[0] - b[0])) {
      const last = merged.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    }
    return merged;
  }

  private object(number: number): string {
    return this.objects.get(number) ?? "";
  }

  private referred(body: string, name: string): string {
    const number = new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(body)?.[1];
    return number === undefined ? "" : this.object(Number(number));
  }

  private textOf(stream: string): string {
    // by its length: what is compressed may itself end in the sign of a line's end
    const [head = ""] = /^[\s\S]*?stream\r?\n/.exec(stream) ?? [];
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = Buffer.from(stream.slice(head.length, head.length + length), "latin1");
    return (stream.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
  }

  /** Runs a content stream for the heights of what it paints, measured from the page's foot. */
  private draw(content: string, owner: string, start: Matrix): Band[] {
    const bands: Band[] = [];
    const saved: Matrix[] = [];
    let [matrix, text, size] = [start, IDENTITY, 0];
    let path: number[] = [];
    let operands: string[] = [];
    const numbers = () => operands.map(Number);
    const add = (heights: number[]) => bands.push([Math.min(...heights), Math.max(...heights)]);
    for (const [token] of content.matchAll(TOKEN)) {
      if (/^[-+.\d(</[\]]/.test(token)) {
        operands.push(token);
        continue;
      }
      const n = numbers();
      if (token === "q") saved.push(matrix);
      else if (token === "Q") matrix = saved.pop() ?? matrix;
      else if (token === "cm") matrix = times(matrix, n as unknown as Matrix);
      else if (token === "BT") text = IDENTITY;
      else if (token === "Tm") text = n as unknown as Matrix;
      else if (token === "Td") text = times(text, [1, 0, 0, 1, n[0] as number, n[1] as number]);
      else if (token === "Tf") size = n[1] as number;
      else if (token === "Tj" || token === "TJ") {
        const at = times(matrix, text);
        add([heightOf(at, 0, -0.2 * size), heightOf(at, 0, 0.8 * size)]);
      } else if (token === "re") {
        const [x, y, w, h] = n as [number, number, number, number];
        path.push(heightOf(matrix, x, y), heightOf(matrix, x + w, y + h));
      } else if (PATH[token]) {
        for (let i = 0; i < PATH[token]; i += 2) {
          path.push(heightOf(matrix, n[i] as number, n[i + 1] as number));
        }
      } else if (PAINTS.has(token) || token === "n") {
        if (token !== "n" && path.length > 0) add(path);
        path = [];
      } else if (token === "Do") {
        const form = this.referred(owner, (operands[0] as string).slice(1));
        if (/\/Subtype\s*\/Form/.test(form))
          bands.push(...this.draw(this.textOf(form), form, matrix));
        else add([heightOf(matrix, 0, 0), heightOf(matrix, 0, 1), heightOf(matrix, 1, 1)]);
      }
      operands = [];
    }
    return bands;
  }
}
