// Figures that WebGL draws: those in space, and some of very many points.
(() => {
  const BY_WEBGL = /3d$|gl$|^(surface|isosurface|volume|cone|streamtube|splom|parcoords)$/;
  const ON_TILES = /^(scatter|density|choropleth)map$/;
  // Asked once: a browser has few contexts to give.
  let found = null;
  const hasWebgl = () => {
    found ??= document.createElement("canvas").getContext("webgl") !== null;
    return found;
  };

  /** Whether a figure has a trace of a kind; what is no list of traces has none, and Plotly refuses it. */
  const has = ({ data }, kind) => [data].flat().some((trace) => kind.test(trace?.type));

  /** Whether a figure is on a map whose tiles come from a server. */
  window.mml.onTiles = (spec) => has(spec, ON_TILES);

  /** Whether a figure needs WebGL. */
  window.mml.byWebgl = (spec) => has(spec, ON_TILES) || has(spec, BY_WEBGL);

  /** Whether this browser can draw a figure: where it has no WebGL, the still picture stays. */
  window.mml.canDraw = (spec) => !window.mml.byWebgl(spec) || hasWebgl();

  /**
   * Lets the wheel scroll the page over a figure in space. Plotly takes the wheel there even when told
   * not to zoom by it.
   */
  window.mml.passWheel = (live) => {
    const pass = (event) => {
      if (event.target.closest(".gl-container")) event.stopPropagation();
    };
    live.addEventListener("wheel", pass, { capture: true, passive: true });
  };
})();
