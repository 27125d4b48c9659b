import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { addressOf, readBase, readEdition } from "../../../tools/export/edition";
import { scratch } from "./course";

const { folder, remove } = scratch();
afterAll(remove);

describe("readEdition", () => {
  test("leaves out what no file tells", () => {
    expect(readEdition(join(folder, "none"))).toEqual({ title: "Course" });
  });

  test("reads version, licence, who holds it, and where errors are reported", () => {
    writeFileSync(join(folder, "README.md"), "# A course\n");
    writeFileSync(join(folder, "LICENSE"), "MIT License\n\nCopyright (c) 2026 Ada & Emmy\n");
    const about = { version: "1.2.3", license: "MIT", repository: { url: "git+https://x.org/c" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(about));
    expect(readEdition(folder, "https://a.org/")).toEqual({
      title: "A course",
      version: "1.2.3",
      licence: "MIT",
      licenceFile: join(folder, "LICENSE"),
      year: "2026",
      authors: "Ada & Emmy",
      reports: "https://x.org/c",
      base: "https://a.org/",
    });
    const bugs = { ...about, bugs: "https://x.org/issues" };
    writeFileSync(join(folder, "package.json"), JSON.stringify(bugs));
    expect(readEdition(folder).reports).toBe("https://x.org/issues");
    const short = { repository: "github:someone/something", bugs: { email: "a@b.org" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(short));
    expect(readEdition(folder).reports).toBeUndefined();
  });
});

describe("readBase", () => {
  test("takes an address and ends it with a slash", () => {
    expect(readBase("https://example.org/course")).toBe("https://example.org/course/");
    expect(readBase("http://localhost:8000")).toBe("http://localhost:8000/");
  });

  test.each([
    ["example.org", /such as https:\/\/example\.org\/course\/, not "example\.org"/],
    ["", /--base-url takes the address/],
    ["file:///tmp/site", /--base-url takes the address/],
    ["javascript:alert(1)", /--base-url takes the address/],
    ["https://example.org/?x=1", /has a query/],
    ["https://example.org/#x", /has an anchor/],
    ["https://me:secret@example.org/", /has a user/],
  ])("refuses %s", (given, message) => {
    expect(() => readBase(given)).toThrow(message);
  });
});

test("the address of a page is quoted, and that of the first is the folder's", () => {
  expect(addressOf("https://a.org/c/", "Notes/01 ü.html")).toBe(
    "https://a.org/c/Notes/01%20%C3%BC.html",
  );
  expect(addressOf("https://a.org/c/", "index.html")).toBe("https://a.org/c/");
});
