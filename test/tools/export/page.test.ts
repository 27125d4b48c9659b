import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { themeScript } from "../../../tools/export/assets";
import { ownEquipment, pageHtml, siteEquipment } from "../../../tools/export/page";

const parts = {
  page: "Notes/a/b.html",
  title: "A < B & “C”",
  course: "The course",
  description: 'Says "x"',
  main: "<p>Main</p>",
  from: "Notes/a/b.ipynb",
  nav: "<p>Nav</p>",
  onward: "<p>Turn</p>",
};

describe("a page of the site", () => {
  const html = pageHtml(parts, siteEquipment(parts.page, "v1"));

  test("names its title, escaped", () => {
    expect(html).toContain("<title>A &lt; B &amp; “C” · The course</title>");
    expect(html).toContain('content="Says &quot;x&quot;"');
    expect(
      pageHtml({ ...parts, title: "The course" }, siteEquipment("index.html", "v1")),
    ).toContain("<title>The course</title>");
  });

  test("finds what is shared from where it stands", () => {
    expect(html).toContain('href="../../assets/style.css?v=v1"');
    expect(html).toContain('data-assets="../../assets/"');
    expect(html).toContain('data-root="../../"');
    expect(pageHtml(parts, siteEquipment("index.html", "v1"))).toContain('data-root=""');
  });

  test("has a sign that needs no file", () => {
    const icon = /<link rel="icon" href="data:image\/svg\+xml,([^"]+)">/.exec(html)?.[1] ?? "";
    expect(decodeURIComponent(icon)).toMatch(/^<svg [\s\S]*<\/svg>$/);
  });

  test("says so when it has been moved away, and how to make one that can be", () => {
    expect(html).toContain("npm run export -- --standalone Notes/a/b.ipynb");
    const made = pageHtml({ ...parts, from: undefined }, siteEquipment(parts.page, "v1"));
    expect(made).toContain('<p class="moved">');
    expect(made).not.toContain("--standalone");
  });

  test("has contents at its side only where there are some", () => {
    expect(html).toContain('<a class="menu" href="#mml-side">');
    const bare = pageHtml({ ...parts, nav: undefined }, siteEquipment(parts.page, "v1"));
    expect(bare).not.toMatch(/class="(menu|side)"/);
  });

  test("has a policy that runs no script in the page, and no text as code", () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' file:;/);
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(html).not.toMatch(/<script>|<script type="text\/javascript">| on[a-z]+="/);
  });
});

describe("a page that stands alone", () => {
  const plotly = new Map([["cartesian", "window.Plotly = 1;"]]);
  const html = pageHtml(parts, ownEquipment("p{}", themeScript(), "run();", plotly));

  test("allows its own scripts by their hashes, and no others", () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts).toHaveLength(3);
    for (const [, attributes, text = ""] of scripts) {
      const isPacked = attributes?.includes("text/plain");
      const script = isPacked ? gunzipSync(Buffer.from(text, "base64")) : text;
      const digest = createHash("sha256").update(script).digest("base64");
      expect(policy).toContain(`'sha256-${digest}'`);
    }
    expect(/script-src ([^;]+)/.exec(policy)?.[1]?.split(" ")).toHaveLength(3);
  });

  test("offers no search and no way home, for there is none", () => {
    expect(html).not.toContain('role="search"');
    expect(html).not.toContain("index.html");
    expect(html).not.toContain('class="moved"');
  });
});
