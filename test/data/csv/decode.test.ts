import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decode } from "../../../lib/data/csv/decode";

const text = (bytes: Uint8Array, encoding?: string) =>
  decode(Buffer.from(bytes), encoding).bytes.toString();

const utf16be = (s: string) => Buffer.from(s, "utf16le").swap16();

describe("decode", () => {
  test("UTF-8, with a mark and without; a line end at the end", () => {
    expect(text(Buffer.from("Curaçao"))).toBe("Curaçao\n");
    expect(text(Buffer.from("\ufeffa\r\n"))).toBe("a\r\n");
    expect(text(Buffer.from("a\r"))).toBe("a\r");
    expect(text(Buffer.alloc(0))).toBe("");
    expect(decode(Buffer.from("abc")).ascii).toBe(true);
    expect(decode(Buffer.from("ç")).ascii).toBe(false);
  });

  test("Latin-1 where it is no UTF-8, and the dashes and signs of windows-1252", () => {
    expect(text(Buffer.from("Cura\xe7ao\n", "latin1"))).toBe("Curaçao\n");
    expect(text(Buffer.from("5 \x80\n", "latin1"))).toBe("5 €\n");
  });

  test("UTF-16 of both byte orders, with a mark and without", () => {
    for (const s of ["\ufeffa,ç\n1,2\n", "a,b\n1,2\n"]) {
      const plain = s.replace("\ufeff", "");
      expect(text(Buffer.from(s, "utf16le"))).toBe(plain);
      expect(text(utf16be(s))).toBe(plain);
    }
  });

  test("an encoding by name", () => {
    expect(text(Buffer.from([0xc7, 0x61, 10]), "latin1")).toBe("Ça\n");
    expect(text(Buffer.from([0x93, 0xfa, 10]), "shift_jis")).toBe("日\n");
    expect(() => text(Buffer.from([0xff]), "utf-8")).toThrow("the file is not text in utf-8");
  });

  test("gzip, in whatever encoding", () => {
    expect(text(gzipSync("a,b\n"))).toBe("a,b\n");
    expect(text(gzipSync(Buffer.from("\ufeffä", "utf16le")))).toBe("ä\n");
  });

  test.each<[string, Uint8Array, string]>([
    ["a zip archive", Buffer.from("PK\x03\x04…"), "the file is a zip archive; unpack it first"],
    ["a damaged gzip archive", gzipSync("abc").subarray(0, 15), "damaged gzip archive"],
    [
      "an image",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      "the file is not text",
    ],
    ["bytes that Latin-1 leaves undefined", Buffer.from([97, 10, 0x81]), "the file is not text"],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => text(bytes)).toThrow(message);
    expect(() => text(bytes)).toThrow(SyntaxError);
  });
});
