import { afterEach, expect, test, vi } from "vitest";
import { main } from "../../../tools/export/main";

afterEach(() => vi.restoreAllMocks());

test("does not take an option it does not know", async () => {
  const error = vi.spyOn(console, "error").mockReturnValue();
  expect(await main(["--alone"])).toBe(1);
  expect(error.mock.calls.join()).toContain("export: there is no option --alone");
  expect(error.mock.calls.join()).toContain(
    "npm run export [-- NOTEBOOK… --standalone --base-url=ADDRESS]",
  );
});

test("does not take a file that is none of the course", async () => {
  const error = vi.spyOn(console, "error").mockReturnValue();
  expect(await main(["Notes/none.ipynb"])).toBe(1);
  expect(error.mock.calls.join()).toContain(
    "Notes/none.ipynb is not a notebook or text of the course",
  );
});

test("does not take an address at which no site can stand", async () => {
  const error = vi.spyOn(console, "error").mockReturnValue();
  expect(await main(["--base-url=example.org"])).toBe(1);
  expect(error.mock.calls.join()).toContain('https://example.org/course/, not "example.org"');
  expect(await main(["--base-url"])).toBe(1);
  expect(error.mock.calls.join()).toContain("export: there is no option --base-url");
});
