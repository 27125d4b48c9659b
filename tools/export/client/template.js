// What a figure leaves to its template: the font and the colours of the page, as they are now.
(() => {
  const root = document.documentElement;
  const CLEAR = "rgba(0,0,0,0)";

  /** Colours by the variables that hold them; where the system forces its own, those of the page's theme. */
  const probe = (name) => {
    const span = document.createElement("span");
    span.style.forcedColorAdjust = "none";
    span.style.color = `var(${name})`;
    root.append(span);
    const { color } = getComputedStyle(span);
    span.remove();
    return color;
  };
  const familyOf = () => getComputedStyle(root).getPropertyValue(window.mml.page.sans).trim();

  const template = () => {
    const { page } = window.mml;
    const family = familyOf();
    const [ink, quiet, rule, raised, paper] = [
      page.ink,
      page.quiet,
      page.rule,
      page.raised,
      page.paper,
    ].map(probe);
    const axis = { gridcolor: rule, zerolinecolor: quiet, linecolor: quiet, tickcolor: quiet };
    const flat = { ...axis, automargin: true };
    const space = { ...axis, backgroundcolor: CLEAR };
    const whisker = { color: ink };
    const layout = {
      font: { family, color: ink },
      paper_bgcolor: CLEAR,
      plot_bgcolor: CLEAR,
      xaxis: flat,
      yaxis: flat,
      scene: { xaxis: space, yaxis: space, zaxis: space },
      polar: { bgcolor: CLEAR, radialaxis: axis, angularaxis: axis },
      hoverlabel: { bgcolor: paper, bordercolor: quiet, font: { family, color: ink } },
      modebar: { bgcolor: CLEAR, color: quiet, activecolor: ink },
      legend: { bgcolor: CLEAR },
      updatemenudefaults: { bgcolor: raised, bordercolor: rule },
      sliderdefaults: {
        bgcolor: raised,
        activebgcolor: quiet,
        bordercolor: rule,
        tickcolor: quiet,
      },
    };
    return { layout, data: { bar: [{ error_x: whisker, error_y: whisker }] } };
  };

  const plain = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
  /** Two plain objects as one; where both say something, the second is right. */
  const merge = (below, above) => {
    if (!plain(below) || !plain(above)) return above === undefined ? below : above;
    const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
    return Object.fromEntries([...keys].map((key) => [key, merge(below[key], above[key])]));
  };

  window.mml.merge = merge;
  window.mml.familyOf = familyOf;
  /** A figure's own template under the page's. */
  window.mml.templated = (own) => merge(own ?? {}, template());
})();
