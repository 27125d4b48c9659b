// Names of places on the horizontal axis of a narrow figure: in lines and level, with room for them below.
(() => {
  const SIZE = 13;
  const LINE = 16;
  const DATE = /^\d{4}-\d\d/;

  const namesOn = ({ ticktext, type }, data) => {
    if (ticktext) return ticktext;
    const all = data.flatMap(({ type, name, x }) =>
      Array.isArray(x) ? x : /^(box|violin)$/.test(type) ? [name] : [],
    );
    const areNames = all.every((one) => typeof one === "string" && !DATE.test(one));
    return type === "date" || !areNames ? [] : [...new Set(all)];
  };

  /** A figure of one panel whose horizontal axis has names that do not fit into one line. */
  window.mml.placed = (spec, width) => {
    const { data, layout } = spec;
    const axis = layout.xaxis;
    const names = axis && !layout.xaxis2 ? namesOn(axis, data) : [];
    if (names.length < 2) return spec;
    const { widths, wrap } = window.mml.words;
    const room = window.mml.besideRows(spec, width) / names.length - 8;
    const words = names.flatMap((name) => name.split(/<br ?\/?>|\s/));
    const longest = Math.max(...widths(names, SIZE));
    if (longest <= room) return spec;
    // Plotly turns those whose words are too long
    if (Math.max(...widths(words, SIZE)) > room) {
      return window.mml.taller(spec, { b: Math.min(140, 0.6 * longest) });
    }
    const lines = names.map((name) => wrap(name, room, SIZE));
    const places = {
      tickmode: "array",
      tickvals: axis.tickvals ?? names,
      ticktext: lines.map((some) => some.join("<br>")),
      tickangle: 0,
    };
    const more = LINE * (Math.max(...lines.map((some) => some.length)) - 1);
    return window.mml.taller(
      { ...spec, layout: { ...layout, xaxis: { ...axis, ...places } } },
      { b: more },
    );
  };
})();
