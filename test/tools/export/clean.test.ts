/** Markup of cells and outputs: what is listed stays as it was, what is not goes and leaves words where it stood. */
import { describe, expect, test } from "vitest";
import { code, display, md, pages } from "./pages";

const { markdown, notebook, pageTest } = pages();

const html = (markup: string) => notebook(code("1", [display({ "text/html": markup })]));

/** Markup with the attributes of each tag in the order of their names. */
const inOrder = (markup: string) =>
  markup.replace(/<([a-zA-Z]+)((?: [\w:-]+="[^"]*")+)>/g, (_, tag: string, attributes: string) => {
    const sorted = (attributes.match(/[\w:-]+="[^"]*"/g) ?? []).sort();
    return `<${tag} ${sorted.join(" ").replaceAll("<", "&lt;")}>`;
  });

describe("what the library shows and writers use stays to the letter", () => {
  test.each(
    [
      '<div class="mml-check mml-fails">✗ a &lt; b</div>',
      '<table class="mml-table"><caption style="text-align: left">T</caption><thead><tr><th scope="col" style="text-align: right">a</th></tr></thead><tbody><tr><td colspan="2" rowspan="1" align="center">1</td></tr></tbody></table>',
      '<details open=""><summary>More</summary><p>H<sub>2</sub>O, x<sup>2</sup>, <kbd>Q</kbd>, <abbr title="for example">e.g.</abbr></p></details>',
      '<p id="here" lang="de" dir="ltr"><font color="red">r</font><mark>m</mark><del>d</del></p>',
      '<div style="position: relative; margin: 1em auto; background: linear-gradient(red, rgb(0, 0, 0))">x</div>',
      '<svg viewBox="0 0 10 10" width="20"><defs><linearGradient id="g"><stop offset="0"></stop></linearGradient></defs><path d="M0 0L1 1" fill="url(#g)"></path></svg>',
      '<ol start="3" type="a"><li value="7">x</li></ol>',
      '<a href="../b%20c.ipynb#d">l</a> <a href="mailto:a@b.c">m</a>',
      '<img src="data:image/png;base64,QUJD" width="40" alt="a &lt; b">',
    ].map((markup) => [markup, html(markup)] as const),
  )("%s", (markup, page) => {
    expect(inOrder(page()(".html").html() ?? "")).toBe(inOrder(markup));
  });
});

/** Markup, and what of it is told; nothing of it may be left that a browser would act on. */
const REMOVED: [string, string[]][] = [
  ["<script>alert(1)</script>", ["<script>"]],
  ["<SCRIPT SRC=//x.example></SCRIPT>", ["<SCRIPT>"]],
  ["<style>body{display:none}</style>", ["<style>"]],
  ["<meta http-equiv=refresh content='0;url=https://x.example'>", ["<meta>"]],
  ["<base href='https://x.example'><link rel=stylesheet href=x>", ["<base>", "<link>"]],
  [
    "<iframe src=x></iframe><object data=x></object><embed src=x>",
    ["<iframe>", "<object>", "<embed>"],
  ],
  ["<form action=x><input name=y><button>Send</button></form>", ["<form>", "<input>", "<button>"]],
  ["<select><option>a</select><textarea>t</textarea>", ["<select>", "<option>", "<textarea>"]],
  ["<p onclick=alert(1)>x</p>", ["onclick of <p>"]],
  ["<img src=x.png OnError=alert(1)>", ["onerror of <img>"]],
  ["<svg onload=alert(1)><path d='M0 0'/></svg>", ["onload of <svg>"]],
  ["<svg><script>alert(1)</script></svg>", ["<script>"]],
  ["<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>", ["<animate>"]],
  [
    "<svg><foreignObject><p onclick=a()>x</p></foreignObject></svg>",
    ["<foreignObject>", "onclick of <p>"],
  ],
  ["<svg><use href='data:image/svg+xml,x#y'/></svg>", ["<use>"]],
  ["<div style='position:fixed;inset:0;color:red'>x</div>", ["“position: fixed”", "“inset: 0”"]],
  ["<div style='po\\73ition:fixed'>x</div>", ["“position: fixed”"]],
  ["<div style='position:absolute'>x</div>", ["“position: absolute”"]],
  ["<p style='margin-top:-900px'>x</p>", ["“margin-top: -900px”"]],
  ["<p style='margin:calc(0px - 9em)'>x</p>", ["“margin: calc("]],
  ["<p style='background:url(https://x.example/y.png)'>x</p>", ["“background: url("]],
  ["<p style='transform:scale(99)'>x</p>", ["“transform: scale(99)”"]],
  ["<a href='javascript:alert(1)'>x</a>", ['href="javascript:alert(1)"']],
  ["<a href='JaVaScRiPt:alert(1)'>x</a>", ['href="JaVaScRiPt:alert(1)"']],
  ["<a href='java&#10;script:alert(1)'>x</a>", ["href="]],
  ["<a href='&#1;javascript:alert(1)'>x</a>", ["href="]],
  ["<a href='vbscript:x'>x</a>", ['href="vbscript:x"']],
  ["<a href='data:text/html,<script>alert(1)</script>'>x</a>", ["href="]],
  ["<img src='data:text/html,x'>", ["src="]],
  ["<img srcset='https://x.example/y.png 1x' src=x.png>", ["srcset of <img>"]],
  ["<math><mi xlink:href='javascript:alert(1)'>x</mi></math>", ["<math>", "<mi>"]],
  ["<video src=x autoplay></video>", ["<video>"]],
  ["a vector<int> of numbers", ["<int>"]],
];

describe("what has no place on a page goes, and is told", () => {
  test.each(REMOVED.map(([markup, told]) => [markup, told, html(markup)] as const))(
    "%s",
    (_, told, page) => {
      const $ = page();
      const notices = $(".mml-notice").text();
      for (const words of told) expect(notices).toContain(words);
      $(".mml-notice").remove();
      harmless($(".html").html() ?? "");
    },
  );
});

/** Strings that are known to have passed other sanitisers, by what parsers read differently. */
const MUTANTS = [
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<svg><title><style><img src=x onerror=alert(1)></style></title></svg>",
  "<svg><desc><noembed></desc></svg><img src=x onerror=alert(1)>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<table><td><svg><desc><td></desc></svg><img src=x onerror=alert(1)>",
  '<a href="x" title=\'"><script>alert(1)</script>\'>x</a>',
  "<div><p><b><i></div></b></p><img src=x onerror=alert(1)//",
  "<<script>script>alert(1)</</script>script>",
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<xmp><p title="</xmp><svg/onload=alert(1)>"></xmp>',
  "<plaintext><img src=x onerror=alert(1)>",
  "<img src=x one\u0000rror=alert(1)>",
];

function harmless(markup: string): void {
  const inTags = [...markup.matchAll(/<[a-z][^\s/>]*((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>/gi)];
  for (const [tag, attributes = ""] of inTags) {
    expect(tag).not.toMatch(
      /^<(script|style|iframe|object|embed|form|input|button|select|textarea|meta|base|link|math|animate|foreignobject|use|noscript|xmp|plaintext|int)\b/i,
    );
    expect(attributes.replace(/="[^"]*"/g, "=")).not.toMatch(/\bon\w+=|srcset=|action=|xlink/i);
    expect(attributes).not.toMatch(/(?:href|src)="\s*(?:javascript|vbscript|data:text)/i);
    expect(attributes).not.toMatch(/position:\s*(?:fixed|absolute)|url\(http/i);
  }
}

describe("markup that browsers read otherwise than it looks does no harm", () => {
  test.each(
    MUTANTS.map((markup) => [markup, html(markup), markdown(`# T\n\n${markup}\n\nEnd.`)] as const),
  )("%s", (_, output, text) => {
    for (const $ of [output(), text()]) {
      $(".mml-notice").remove();
      harmless($("body").html() ?? "");
    }
  });
});

describe("Markdown", () => {
  pageTest(
    "has its links and its raw markup looked at alike, and words where something stood",
    markdown(
      '# T\n\n[x](javascript:alert(1)) and <b onclick="a()">bold</b>.\n\n<form>\n\nText.\n\n</form>\n',
    ),
    ($) => {
      expect($("a:not(.anchor)").attr("href")).toBeUndefined();
      expect($("b").attr("onclick")).toBeUndefined();
      expect($("b").prev(".mml-notice").text()).toBe(
        "onclick of <b> is not shown here: handlers do not run there; leave it out.",
      );
      expect($(".mml-notice").length).toBe(3);
      expect($("form").length).toBe(0);
      expect($("p").last().text()).toBe("Text.");
    },
  );

  pageTest(
    "keeps a comment and a script in a title words or nothing",
    markdown("# A <!-- <script> title\n\nText after it.\n"),
    ($) => {
      expect($("script").length).toBe(0);
      expect($("p").text()).toContain("Text after it.");
    },
  );

  pageTest("takes a list of tasks as signs", markdown("# T\n\n- [x] done\n- [ ] open\n"), ($) => {
    expect(
      $("li")
        .toArray()
        .map((e) => $(e).text()),
    ).toEqual(["☑ done", "☐ open"]);
    expect($(".mml-notice").length).toBe(0);
  });

  pageTest(
    "may not name its elements as the page's own",
    markdown('# T\n\n<p id="mml-content" class="top skip mml-check">x</p>\n'),
    ($) => {
      expect($("p").attr("id")).toBeUndefined();
      expect($("p").attr("class")).toBe("mml-check");
    },
  );
});

describe("figures", () => {
  const text = "<!-- <script> </script><b>";
  const spec = { data: [], layout: { title: { text }, meta: text } };
  pageTest(
    "hold a comment and a script in a title as text, and the page goes on after them",
    notebook(code("1", [display({ "application/vnd.plotly.v1+json": spec })]), md("After.")),
    ($) => {
      expect(JSON.parse($("figure script").text()).layout.meta).toBe(text);
      expect($("figure .finding").text()).toBe("<!-- <script> </script>");
      expect($(".prose").text().trim()).toBe("After.");
    },
  );
});

describe("large cells", () => {
  const MB = 1 << 20;
  const large = {
    words: "word ".repeat(MB / 5),
    tags: "<b>x</b>".repeat(MB / 8),
    "open tags": "<a<".repeat(MB / 3),
    comments: "<!--".repeat(MB / 4),
    dollars: "$5 ".repeat(MB / 3),
    bars: `${"|".repeat(MB / 64)}\n`.repeat(64),
  };
  test.each(Object.entries(large).map(([name, text]) => [name, html(text)] as const))(
    "of a megabyte of %s come to an end",
    (_, page) => {
      expect(page()(".html").length).toBe(1);
    },
  );
});
