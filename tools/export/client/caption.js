// A caption whose figure has frames with titles of their own says what the frame says that is shown.
(() => {
  window.mml.followFrames = (figure, live, frames = []) => {
    const [now, ...others] = figure.querySelectorAll("figcaption .caption");
    if (others.length === 0) return;
    const finding = now.querySelector(".finding");
    const byName = new Map(frames.map(({ name }, k) => [String(name), others[k]]));
    live.on("plotly_animatingframe", ({ name }) => {
      const other = byName.get(name);
      if (other) finding.replaceChildren(...other.cloneNode(true).childNodes);
    });
  };
})();
