// The view that the author of a figure chose: ranges, cameras, the step it opens with.
(() => {
  const CAMERA = {
    up: { x: 0, y: 0, z: 1 },
    center: { x: 0, y: 0, z: 0 },
    eye: { x: 1.25, y: 1.25, z: 1.25 },
  };
  const ranged = (path, own = {}) =>
    own.range
      ? { [`${path}.range`]: [...own.range] }
      : { [`${path}.autorange`]: own.autorange ?? true };
  const KINDS = [
    [/^[xy]axis\d*$/, ranged],
    [/^scene\d*$/, (name, own) => ({ [`${name}.camera`]: structuredClone(own?.camera ?? CAMERA) })],
    [/^polar\d*$/, (name, own) => ranged(`${name}.radialaxis`, own?.radialaxis)],
  ];

  /** Takes a figure that was drawn by `layout` back to how it was then. */
  window.mml.goHome = (Plotly, live, layout) => {
    const update = {};
    for (const name of Object.keys(live._fullLayout)) {
      for (const [kind, back] of KINDS) {
        if (kind.test(name)) Object.assign(update, back(name, layout[name]));
      }
    }
    window.mml.steps.stop(Plotly, live);
    Plotly.relayout(live, update);
    if (window.mml.steps.of(live)) window.mml.steps.to(Plotly, live, layout.sliders[0].active ?? 0);
  };
})();
