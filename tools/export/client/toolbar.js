// Plotly's tool bar is one stop on the way of the tabulator; arrows lead from button to button.
(() => {
  const BY = { ArrowLeft: -1, ArrowRight: 1 };
  window.mml.bindToolbar = (live) => {
    const buttons = () => [...live.querySelectorAll(".modebar-btn")];
    const hold = (held) => {
      for (const button of buttons()) button.tabIndex = button === held ? 0 : -1;
    };
    const keep = () => hold(buttons().find(({ tabIndex }) => tabIndex === 0) ?? buttons()[0]);
    // Plotly makes the buttons anew whenever others are needed
    live.on("plotly_afterplot", keep);
    hold(buttons()[0]);
    live.addEventListener("keydown", (event) => {
      const all = buttons();
      const at = all.indexOf(event.target);
      if (at < 0 || !BY[event.key]) return;
      const next = all[(at + BY[event.key] + all.length) % all.length];
      hold(next);
      next.focus();
      event.preventDefault();
    });
  };
})();
