import { expect, test } from "vitest";
import { runningHead } from "../../../../tools/export/around/paper";

test("puts page and course at the head and foot of each sheet", () => {
  const css = runningHead("Note 1", { title: "The course", version: "1.0.0" });
  expect(css).toContain('@top-left { content: "Note 1" }');
  expect(css).toContain('@bottom-left { content: "The course, version 1.0.0" }');
});

test("a title ends neither its string nor the style", () => {
  const css = runningHead('"; } </style><script>\\', { title: "C" });
  expect(css).toContain('content: "\\22 ; } \\3c /style\\3e \\3c script\\3e \\5c "');
  expect(css.match(/<\/style>/g)).toHaveLength(1);
});
