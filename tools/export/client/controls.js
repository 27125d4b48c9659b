// The controls of an animation on a narrow screen: below the name of the axis, the buttons above the slider.
(() => {
  const ROW = 36; // of the buttons that play
  const NAME = 22; // of the horizontal axis

  const lower = (by) => (control) => ({
    ...control,
    pad: { ...control.pad, t: (control.pad?.t ?? 0) + by },
  });
  window.mml.controlled = (spec) => {
    const { sliders, updatemenus } = spec.layout;
    if (!sliders || !updatemenus) return spec;
    const layout = {
      ...spec.layout,
      sliders: sliders.map(lower(NAME + ROW)),
      updatemenus: updatemenus.map(lower(NAME)),
    };
    return window.mml.taller({ ...spec, layout }, { b: NAME + ROW });
  };
})();
