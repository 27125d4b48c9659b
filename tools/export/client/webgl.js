// Figures that WebGL draws: those in space, and some of very many points.
(() => {
  const BY_WEBGL = /3d$|gl$|^(surface|isosurface|volume|cone|streamtube|splom|parcoords)$/;
  // Asked once: a browser has few contexts to give.
  let found = null;
  const hasWebgl = () => {
    found ??= document.createElement("canvas").getContext("webgl") !== null;
    return found;
  };

  /** Whether a figure needs WebGL. */
  window.mml.byWebgl = ({ data }) => data.some(({ type }) => BY_WEBGL.test(type));

  /** Whether this browser can draw a figure: where it has no WebGL, the still picture stays. */
  window.mml.canDraw = (spec) => !window.mml.byWebgl(spec) || hasWebgl();
})();
