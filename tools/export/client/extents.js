// What an axis shows: the ends its author gave it, or those of its data.
(() => {
  const valuesOn = (name, data) => {
    const letter = name[0];
    const ref = name.replace("axis", "");
    return data
      .filter((trace) => (trace[`${letter}axis`] ?? letter) === ref)
      .flatMap((trace) => {
        if (Array.isArray(trace[letter])) return trace[letter];
        // cells without places of their own are counted
        const cells = letter === "x" ? trace.z?.[0] : trace.z;
        return Array.isArray(cells) ? [0, cells.length] : [];
      });
  };

  /** Its lowest and its highest value, logarithms on an axis of that kind; null where there are no numbers. */
  window.mml.extentOf = (axis, name, data) => {
    if (axis.range) return axis.range;
    const isLog = axis.type === "log";
    const [low, high] = valuesOn(name, data)
      .filter((value) => typeof value === "number" && (!isLog || value > 0))
      .reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
    if (!(high > low)) return null;
    return isLog ? [Math.log10(low), Math.log10(high)] : [low, high];
  };
})();
