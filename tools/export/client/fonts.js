// Text is shown when the fonts that it is set in are there, so that no line breaks anew under the reader's
// eyes. Where they are long in coming, the page is read in fonts of the machine, and the next one in ours.
(() => {
  const root = document.documentElement;
  const WANTED = [
    "400 1em 'Source Serif 4'",
    "italic 400 1em 'Source Serif 4'",
    "700 1em 'Source Serif 4'",
    "400 1em 'Source Sans 3'",
    "600 1em 'Source Sans 3'",
    "400 1em 'DejaVu Mono'",
    "400 1em KaTeX_Main",
    "italic 400 1em KaTeX_Math",
  ];
  // From a disk they come as soon as the browser has a moment for them.
  const PATIENCE = location.protocol.startsWith("http") ? 300 : 3000;
  root.classList.add("settling");
  const show = () => root.classList.remove("settling");
  const late = setTimeout(show, PATIENCE);
  Promise.all(WANTED.map((font) => document.fonts.load(font))).then(() => {
    if (!root.classList.contains("settling")) return;
    clearTimeout(late);
    root.classList.add("ours");
    show();
  }, show);
})();
