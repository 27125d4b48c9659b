import { describe, expect, test } from "vitest";
import { checksum, readBytes, verify } from "../../lib/data/file";
import { fileOf } from "./folder";

/** SHA-256 of "abc" (FIPS 180-2, appendix B.1). */
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

describe("checksum and verify", () => {
  test("the example of the standard", () => {
    expect(checksum(fileOf("abc"))).toBe(ABC);
    expect(() => verify(fileOf("abc"), ABC)).not.toThrow();
    expect(() => verify(fileOf("abc"), ABC.toUpperCase())).not.toThrow();
  });

  test("a file that has changed", () => {
    const path = fileOf("abd");
    expect(() => verify(path, ABC)).toThrow(
      `verify: ${JSON.stringify(path)} must have SHA-256 ${ABC}, got ${checksum(path)}`,
    );
  });

  test("a sum that is none", () => {
    expect(() => verify("x", "abc")).toThrow(
      'verify: sha256 must be 64 hexadecimal digits, got "abc" (string)',
    );
  });
});

describe("readBytes", () => {
  test("says in which folder it looked", () => {
    expect(() => readBytes("readCSV", "data/none.csv")).toThrow(
      `readCSV: cannot read "data/none.csv" in ${process.cwd()}: no such file`,
    );
  });

  test("a folder is no file, a number no path", () => {
    expect(() => readBytes("f", "/")).toThrow("it is a folder");
    expect(() => readBytes("f", 3 as never)).toThrow("f: path must be the name of a file, got 3");
    expect(() => readBytes("f", "")).toThrow("f: path must be the name of a file");
  });
});
