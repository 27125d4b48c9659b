// What is left around the data of a figure.
(() => {
  const SIDES = { l: 48, r: 12 };
  const of = ({ margin = {} }) => ({ t: 60, b: 50, ...SIDES, ...margin });

  window.mml.marginOf = of;
  /** A figure with more room above and below its data, and so much higher. */
  window.mml.taller = (spec, { t = 0, b = 0 }) => {
    const { layout } = spec;
    const margin = of(layout);
    return {
      ...spec,
      layout: {
        ...layout,
        margin: { ...margin, t: margin.t + t, b: margin.b + b },
        height: layout.height + t + b,
      },
    };
  };
  /** A figure with less air at its sides. */
  window.mml.slim = (spec) => {
    const margin = of(spec.layout);
    const { l, r } = margin;
    const sides = { l: Math.min(l, SIDES.l), r: Math.min(r, SIDES.r) };
    return { ...spec, layout: { ...spec.layout, margin: { ...margin, ...sides } } };
  };
})();
