import { describe, expect, test } from "vitest";
import { makeFragment } from "../../../tools/export/fragment";

const title = '<h1 id="t">Title</h1>';
const made = (html: string) => makeFragment(`${title}${html}`, "name");

describe("makeFragment", () => {
  test("reads title, summary, headings and anchors", async () => {
    const fragment = await makeFragment(
      `<h1 id="a">On <span class="math inline">x^2</span> and more</h1>
       <p>First of <em>all</em>, <a href="x.md">see</a> <span class="math inline">y</span>.</p>
       <h2 id="b">Part <code>one</code> <a class="anchor" href="#b">#</a></h2>`,
      "name",
    );
    expect(fragment.title).toBe("On x² and more");
    expect(fragment.summary).toBe("First of all, see y.");
    expect(fragment.summaryHtml).toContain("katex");
    expect(fragment.summaryHtml).not.toContain("<a ");
    expect(fragment.headings[1]).toEqual({
      level: 2,
      id: "b",
      html: "Part <code>one</code>",
      text: "Part one",
    });
    expect(fragment.headings[0]?.html).toContain("katex");
    expect(fragment.headings[0]?.text).toBe("On x² and more");
    expect(fragment.anchors).toEqual(["a", "b"]);
    expect(fragment.problems).toEqual([]);
  });

  test("typesets formulas and leaves no LaTeX outside of them", async () => {
    const { html } = await made('<p><span class="math display">a &lt; b</span></p>');
    expect(html).toContain("katex-display");
    expect(html).not.toMatch(/[\uE000\uE001]/);
  });

  test("keeps punctuation with the formula it stands at, unless that is long", async () => {
    const { html } = await made(
      `<p>Take (<span class="math inline">x</span>), or <span class="math inline">y</span> and <span class="math inline">${"z+".repeat(40)}z</span>.</p>`,
    );
    expect(html.match(/<span class="together">/g)).toHaveLength(1);
    expect(html).toMatch(/Take <span class="together">\(<span class="math inline">/);
    expect(html).toMatch(/<\/span>\),<\/span> or <span class="math inline">/);
  });

  test("numbers links and images, to be placed later", async () => {
    const { mark, html, links, images } = await made(
      `<div data-cell="cell 2 “See”"><p><a href="a.ipynb#x">a</a> <img src="b.png" alt="b"></p></div>
       <p><img src="data:image/png;base64,AA" alt=""></p>`,
    );
    expect(links).toEqual([{ written: "a.ipynb#x", where: "cell 2 “See”: " }]);
    expect(images).toEqual([{ written: "b.png", where: "cell 2 “See”: " }]);
    expect(html).toContain(`href="${mark}link0"`);
    expect(html).toContain(`src="${mark}image0"`);
    expect(html).toContain("data:image/png;base64,AA");
    expect(html).not.toContain("data-cell");
  });

  test("takes no text for its own marks, whatever a writer types", async () => {
    const typed =
      '\uE0000\uE001 href="mml-link:0" src="mml-image:0" src="mml-still:0" mml-name:0 mmlmath0;';
    const { html } = await made(
      `<p title='${typed.replaceAll('"', "&quot;")}'>${typed}</p><p><span class="math inline">x</span> <a href="a.md">a</a></p>`,
    );
    expect(html).toContain(`>${typed}</p>`);
    expect(html).toContain(`title="${typed.replaceAll('"', "&quot;")}"`);
    expect(html.match(/class="katex"/g)).toHaveLength(1);
  });

  test("knows the anchors of older HTML", async () => {
    const { anchors, html } = await made('<p><a name="old"></a>Here.</p>');
    expect(anchors).toContain("old");
    expect(html).toContain('<a id="old"></a>');
  });

  test("has formulas know what those before them define", async () => {
    const { html, problems } = await made(
      '<span class="math inline">\\gdef\\half{\\frac12}</span><span class="math inline">\\half</span>',
    );
    expect(problems).toEqual([]);
    expect(html).toContain("mfrac");
  });

  test("gives tables room to scroll and drops spans that say nothing", async () => {
    const { html } = await made(
      '<table><tbody><tr><td>1</td></tr></tbody></table><pre><span></span><span class="k">let</span><span class="w"> </span><span class="nx">x</span></pre>',
    );
    expect(html).toContain('<div class="scroller table"><table>');
    expect(html).toContain('<pre><span class="k">let</span> x</pre>');
  });

  test("makes plain cells of heads that say nothing", async () => {
    const { html } = await made("<table><thead><tr><th></th><th>a</th></tr></thead></table>");
    expect(html).toContain("<tr><td></td><th>a</th></tr>");
  });

  test("cuts the text into passages, a heading each, formulas on a line", async () => {
    const { passages } = await made(
      `<p>Opening.</p><h2 id="s">Part <span class="math inline">x</span></h2>
       <div><p>Some <b>words</b>.</p><ul><li>item <p>inner</p></li></ul></div>
       <details><summary>Solution</summary><p>Hidden.</p></details>
       <figure class="plot" data-alt="A rising line." data-build="cartesian"><script type="application/json">{"data":[],"layout":{}}</script></figure>`,
    );
    expect(passages).toEqual([
      { id: "", heading: "Title", text: "Opening." },
      { id: "s", heading: "Part x", text: "Some words. item inner Hidden. A rising line." },
    ]);
  });

  test("makes a passage of each row that can be linked to", async () => {
    const { passages } = await made(
      `<table><tr><th>term</th><th>meaning</th></tr>
       <tr><td><a id="pivot"></a>pivot</td><td>first of its row</td></tr>
       <tr><td>no term</td><td>of no anchor</td></tr></table>`,
    );
    expect(passages.slice(1)).toEqual([
      { id: "pivot", heading: "pivot", text: "pivot first of its row" },
    ]);
  });

  test("takes a stored picture for a figure, and paints one where there is none", async () => {
    const spec = '{"data":[{"y":[1,2]}],"layout":{"width":200,"height":120}}';
    const figure = (no: number, image: string) =>
      `<figure class="plot" id="figure-${no}" data-alt="A line." data-build="cartesian"><figcaption><a class="number" href="#figure-${no}">Figure ${no}</a></figcaption><div class="drawing-room">${image}</div><script type="application/json">${spec}</script></figure>`;
    const { stills, scripts, html, anchors } = await made(
      '<h2 id="figure-2">Figure 2</h2><p>See <a href="#figure-1">it</a>.</p>' +
        figure(1, '<img class="still" src="data:image/png;base64,QUJD" alt="">') +
        figure(2, ""),
    );
    expect(scripts).toEqual(["plotly-cartesian"]);
    expect(stills[0]).toEqual({ name: "figure-1.png", base64: "QUJD" });
    expect(
      Buffer.from(stills[1]?.base64 ?? "", "base64")
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    // a heading that is called like a figure keeps its anchor
    expect(anchors).toEqual(expect.arrayContaining(["figure-1", "figure-2", "figure-2-drawing"]));
    expect(html).toContain('class="ref">it</a>');
    expect(html).not.toContain('class="number ref"');
    expect(html).toContain('alt="A line."');
    expect(html).toContain(spec);
  });
});

describe("problems of a page", () => {
  const problemsOf = async (html: string) => (await made(html)).problems;

  test.each([
    [
      '<h2 id="x">A</h2><h2 id="x">A</h2>',
      "the anchor #x stands twice on the page: give one another name",
    ],
    ['<p id="">¶</p>', "a p has an empty anchor: name it"],
    [
      '<div data-cell="cell 4 “### Deep”"><h3 id="x">Deep</h3></div>',
      "cell 4 “### Deep”: the heading “Deep” jumps from level 1 to 3: begin it with ##",
    ],
    [
      "<h1>Another</h1>",
      "a page has one title (a heading of level 1), this one has 2: begin “Another” with ##",
    ],
    [
      '<div data-cell="cell 3"><em class="mml-notice">&lt;form&gt; is not shown here: say it in words.</em></div>',
      "cell 3: <form> is not shown here: say it in words.",
    ],
    [
      '<figure class="plot" data-build="cartesian"><script>{"data":[]}</script></figure>',
      "figure 1 has no description",
    ],
    [
      '<figure class="plot" data-alt="x" data-build="cartesian"><script>{"data":</script></figure>',
      expect.stringContaining("figure 1 cannot be drawn: "),
    ],
    [
      '<span class="math inline">\\frac{1}</span>',
      expect.stringContaining("the formula \\frac{1} does not typeset"),
    ],
  ])("%s", async (html, problem) => {
    expect(await problemsOf(html)).toContainEqual(problem);
  });

  test("none for a page that is in order, and a page without a title has one", async () => {
    expect(await problemsOf('<h2 id="a">A</h2><h3 id="b">B</h3><h2 id="c">C</h2>')).toEqual([]);
    const { problems, title } = await makeFragment("<p>Text.</p>", "name");
    expect(problems).toEqual([
      "a page has one title (a heading of level 1), this one has 0: begin the first cell with “# ” and a title",
    ]);
    expect(title).toBe("name");
  });
});
