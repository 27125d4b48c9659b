// Figures on narrow screens: panels below each other, legend, axes and controls in the width there is.
(() => {
  /** One panel is no higher than wide, about. */
  const lowered = (spec, width) => {
    const { t, b } = window.mml.marginOf(spec.layout);
    const most = Math.max(240, 0.85 * (width - 60), window.mml.tallOfRows(spec));
    const height = Math.min(spec.layout.height, most + t + b);
    return { ...spec, layout: { ...spec.layout, height } };
  };

  /** A figure for a column of the given width: { data, layout, frames }. */
  window.mml.narrowed = (spec, width) => {
    const { stacked, slim, legended, placed, axed, controlled } = window.mml;
    const shaped = slim(stacked(spec, width) ?? lowered(spec, width));
    return [legended, placed, axed, controlled].reduce(
      (made, change) => change(made, width),
      shaped,
    );
  };
})();
