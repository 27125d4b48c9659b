// The ticks of an axis on a narrow screen: no more than its labels have room for.
(() => {
  const LABEL = { x: 44, y: 24 }; // along its axis
  const POWER = { x: 36, y: 28 };
  const DIGIT = { x: 30, y: 22 }; // the small one between two powers of ten
  const CLOSEST = { D1: Math.log10(10 / 9), D2: Math.log10(2) }; // of such ticks, in decades

  const decadesOf = (axis, name, data) => {
    const [low, high] = window.mml.extentOf(axis, name, data) ?? [0, 1];
    return Math.abs(high - low);
  };
  /** Every digit, or 1, 2 and 5, or powers of ten alone, as seldom as is needed. */
  const onLog = (axis, name, long, data) => {
    const decade = long / decadesOf(axis, name, data);
    const small = ["D1", "D2"].find((kind) => CLOSEST[kind] * decade >= DIGIT[name[0]]);
    return small ?? Math.ceil(POWER[name[0]] / decade);
  };

  /** The axis of that name, so long in pixels, with ticks that fit, unless its author placed them. */
  window.mml.ticked = (axis, name, long, data) => {
    if (axis.tickvals || axis.dtick !== undefined || axis.nticks) return axis;
    if (axis.type === "log") return { ...axis, dtick: onLog(axis, name, long, data) };
    return { ...axis, nticks: Math.max(2, Math.floor(long / LABEL[name[0]])) };
  };
})();
