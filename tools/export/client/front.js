// The figure of the front page plays when it is unfolded: figures.js draws it then, and not before.
(() => {
  const details = document.querySelector(".moving details");
  if (!details) return;
  const figure = details.querySelector("figure.plot");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const play = () => {
    const live = figure.querySelector(".live");
    const menus = live.layout.updatemenus ?? [];
    const [, how] = menus[0]?.buttons?.[0]?.args ?? [];
    const names = live._transitionData._frames.map(({ name }) => name);
    const options = { ...how, fromcurrent: false, mode: "immediate" };
    window.Plotly.animate(live, names, options).catch(() => {}); // rejects when it is stopped
  };
  details.addEventListener(
    "toggle",
    () => {
      if (calm.matches) return;
      const drawn = new MutationObserver(() => {
        if (!figure.classList.contains("drawn")) return;
        drawn.disconnect();
        play();
      });
      drawn.observe(figure, { attributeFilter: ["class"] });
    },
    { once: true },
  );
})();
