// Fonts that every page is set in come with the style, not after it. From a disk a browser refuses to fetch
// them ahead, and there they are at hand anyway.
(() => {
  const { src } = document.currentScript;
  if (!src || !location.protocol.startsWith("http")) return;
  const names = [
    "source-serif-4-latin-400-normal",
    "source-sans-3-latin-400-normal",
    "dejavu-mono-latin-400-normal",
    "KaTeX_Main-Regular",
    "KaTeX_Math-Italic",
  ];
  for (const name of names) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "" });
    link.href = new URL(`fonts/${name}.woff2`, src);
    document.head.append(link);
  }
})();
