import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describeValue } from "../core";

/**
 * Reads a file whose path is relative to the notebook's folder.
 *
 * @throws Error that says in which folder was looked, when there is no such file.
 */
export function readBytes(caller: string, path: string): Buffer {
  if (typeof path !== "string" || path === "") {
    throw new TypeError(`${caller}: path must be the name of a file, got ${describeValue(path)}`);
  }
  try {
    return readFileSync(resolve(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT" ? "no such file" : code === "EISDIR" ? "it is a folder" : String(code);
    throw new Error(`${caller}: cannot read ${JSON.stringify(path)} in ${process.cwd()}: ${why}`, {
      cause: error,
    });
  }
}

/**
 * The SHA-256 of a file, in hexadecimal: its fingerprint, by which one knows that data is unchanged.
 *
 * @param path - Relative to the notebook's folder.
 * @returns 64 hexadecimal digits.
 * @throws Error if the file cannot be read. O(bytes).
 * @example
 * data.checksum("/dev/null").slice(0, 8) // => "e3b0c442"
 */
export function checksum(path: string): string {
  return createHash("sha256").update(readBytes("checksum", path)).digest("hex");
}

/**
 * Asserts that a file has the given SHA-256.
 *
 * @param path - Relative to the notebook's folder.
 * @param sha256 - 64 hexadecimal digits.
 * @returns Nothing: it throws or it does not.
 * @throws RangeError if `sha256` is not such a string; Error with both sums if the file has another. O(bytes).
 * @example
 * data.verify("/dev/null", "0".repeat(64)) // throws verify: "/dev/null" must have SHA-256 0000
 */
export function verify(path: string, sha256: string): void {
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/i.test(sha256)) {
    throw new RangeError(
      `verify: sha256 must be 64 hexadecimal digits, got ${describeValue(sha256)}`,
    );
  }
  const found = checksum(path);
  if (found !== sha256.toLowerCase()) {
    throw new Error(`verify: ${JSON.stringify(path)} must have SHA-256 ${sha256}, got ${found}`);
  }
}
