// The steps of a figure that moves: gone through one by one, or played, and said to who does not see them.
(() => {
  const status = document.createElement("p");
  status.className = "said";
  status.setAttribute("role", "status");
  const say = (text) => {
    status.textContent = text;
  };

  /** The slider of a figure, or nothing; one that was taken away meanwhile has none. */
  const of = (live) => live._fullLayout?.sliders?.[0];
  /** What the slider says at a step, and what the caption says then. */
  const sayStep = (live) => {
    const { active, steps, currentvalue } = of(live);
    const finding = live.closest("figure")?.querySelector("figcaption:has([data-number]) .finding");
    const words = `${currentvalue.prefix ?? ""}${steps[active].label}${currentvalue.suffix ?? ""}`;
    say(finding ? `${words}. ${finding.textContent}` : words);
  };
  const to = async (Plotly, live, index) => {
    const { steps } = of(live);
    const { method, args } = steps[index];
    await Plotly.relayout(live, { "sliders[0].active": index });
    if (method !== "skip") await Plotly[method](live, ...args);
    sayStep(live);
  };

  const buttonsOf = (live) => (live.layout.updatemenus ?? []).flatMap(({ buttons }) => buttons);
  const animates = (live, fits) =>
    buttonsOf(live).find(({ method, args }) => method === "animate" && fits(args[0]));
  const playing = new WeakSet();
  const stop = (Plotly, live) => {
    if (!playing.has(live)) return;
    Plotly.animate(live, [null], { mode: "immediate", frame: { duration: 0, redraw: false } });
    playing.delete(live);
  };

  window.mml.steps = {
    of,
    /** Goes to the step of that number. */
    to,
    /** Goes so many steps on, or back. */
    by: (Plotly, live, count) => {
      const { active, steps } = of(live);
      return to(Plotly, live, Math.min(steps.length - 1, Math.max(0, active + count)));
    },
    /** Plays what can be played, or pauses it. Says whether there is anything to play. */
    toggle(Plotly, live) {
      const play = animates(live, (frames) => frames === null);
      if (!play) return false;
      if (playing.has(live)) {
        stop(Plotly, live);
        if (of(live)) sayStep(live);
      } else {
        say("playing");
        Plotly.animate(live, ...play.args).catch(() => {}); // rejects when it is paused
      }
      return true;
    },
    stop,
    /** Follows what a figure that is newly drawn does. */
    watch(live) {
      document.querySelector("main").append(status); // it has to be there before it says something
      live.on("plotly_animatingframe", ({ animation }) => {
        if (animation.frame.duration > 0) playing.add(live);
      });
      live.on("plotly_animated", () => playing.delete(live));
      live.on("plotly_sliderchange", () =>
        requestAnimationFrame(() => {
          if (of(live)) sayStep(live);
        }),
      );
    },
  };
})();
