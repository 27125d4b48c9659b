// Figures by keyboard: arrows move the view, turn a scene or step a slider; space plays and pauses; + and −
// zoom; 0 goes back.
(() => {
  const AXIS = /^[xy]axis\d*$/;
  const STEP = 0.15;

  const axesOf = (full) =>
    Object.keys(full).filter(
      (name) => AXIS.test(name) && full[name].range && !full[name].fixedrange,
    );

  // Ranges of log axes are logarithms already, those of dates are texts and are left alone.
  const moved = (full, change) => {
    const update = {};
    for (const name of axesOf(full)) {
      const [low, high] = full[name].range;
      if (typeof low !== "number" || typeof high !== "number") continue;
      update[`${name}.range`] = change(low, high, name[0]);
    }
    return update;
  };
  const zoomed = (full, factor) =>
    moved(full, (low, high) => {
      const [middle, half] = [(low + high) / 2, ((high - low) / 2) * factor];
      return [middle - half, middle + half];
    });
  const panned = (full, dx, dy) =>
    moved(full, (low, high, letter) => {
      const shift = STEP * (high - low) * (letter === "x" ? dx : dy);
      return [low + shift, high + shift];
    });
  const scenesOf = (full) => Object.keys(full).filter((name) => /^scene\d*$/.test(name));
  const eyes = (full, change) =>
    Object.fromEntries(
      scenesOf(full).map((name) => [`${name}.camera.eye`, change(full[name].camera.eye)]),
    );
  const turnedEye = (dx, dy) => (eye) => {
    const radius = Math.hypot(eye.x, eye.y, eye.z);
    const azimuth = Math.atan2(eye.y, eye.x) + 0.2 * dx;
    const height = Math.asin(eye.z / radius) + 0.15 * dy;
    const elevation = Math.min(1.5, Math.max(-1.5, height));
    return {
      x: radius * Math.cos(elevation) * Math.cos(azimuth),
      y: radius * Math.cos(elevation) * Math.sin(azimuth),
      z: radius * Math.sin(elevation),
    };
  };

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  const ENDS = { Home: -Infinity, End: Infinity };

  /** Lets the keyboard work a figure that is drawn in `live`; `goHome` takes it back to its first view. */
  window.mml.bindKeys = (Plotly, live, goHome) => {
    const { steps } = window.mml;
    live.addEventListener("keydown", (event) => {
      if (event.target !== live || event.ctrlKey || event.metaKey || event.altKey) return;
      const full = live._fullLayout;
      const space = scenesOf(full).length > 0;
      const arrow = ARROWS[event.key];
      if (arrow && steps.of(live) && arrow[0] !== 0) steps.by(Plotly, live, arrow[0]);
      else if (ENDS[event.key] && steps.of(live)) steps.by(Plotly, live, ENDS[event.key]);
      else if (arrow) {
        Plotly.relayout(live, space ? eyes(full, turnedEye(...arrow)) : panned(full, ...arrow));
      } else if (["+", "=", "-"].includes(event.key)) {
        const factor = event.key === "-" ? 1.25 : 0.8;
        const nearer = ({ x, y, z }) => ({ x: x * factor, y: y * factor, z: z * factor });
        Plotly.relayout(live, space ? eyes(full, nearer) : zoomed(full, factor));
      } else if (event.key === "0") goHome();
      else if (event.key !== " " || !steps.toggle(Plotly, live)) return;
      event.preventDefault();
    });
  };
})();
