// The colours that a figure sets itself. It was made for white paper: in the dark theme, black and white
// and the greys between change places, and dark colours get lighter.
(() => {
  const NAMED = {
    black: [0, 0, 0],
    white: [255, 255, 255],
    gray: [128, 128, 128],
    grey: [128, 128, 128],
  };
  const parse = (text) => {
    const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
    const wide = hex?.length === 3 ? [...hex].map((c) => c + c).join("") : hex;
    if (wide) return [0, 2, 4].map((i) => Number.parseInt(wide.slice(i, i + 2), 16));
    return NAMED[text] ?? /^rgba?\(([^)]+)\)$/.exec(text)?.[1].split(",").map(Number) ?? null;
  };
  // Relative luminance (WCAG 2.2), of channels from 0 to 255.
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c <= 10 ? c / 3295 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  // A colour that is dark for dark paper gets white mixed in until it stands out.
  const LIGHT_ENOUGH = 0.23;
  const lifted = (rgb) => {
    for (let share = 0; share < 1; share += 0.05) {
      const mixed = rgb.map((c) => Math.round(c + share * (255 - c)));
      if (luminance(mixed) >= LIGHT_ENOUGH) return mixed;
    }
    return rgb;
  };
  const turned = (text) => {
    const found = parse(text.trim().toLowerCase());
    if (!found) return text;
    const rgb = found.slice(0, 3);
    const [r, g, b, alpha = 1] = found;
    const level = Math.round(26 + 0.88 * (255 - (r + g + b) / 3));
    const isGrey = Math.max(...rgb) - Math.min(...rgb) <= 24;
    const changed = isGrey ? [level, level, level] : lifted(rgb);
    return `rgba(${changed.join(", ")}, ${alpha})`;
  };
  const turn = (value, key) => {
    if (typeof value === "string") return /color$/i.test(key) ? turned(value) : value;
    if (value === null || typeof value !== "object" || key === "colorscale") return value;
    if (Array.isArray(value)) {
      return typeof value[0] === "number" ? value : value.map((item) => turn(item, key));
    }
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, turn(v, k)]));
  };

  /** What a figure holds, in colours for dark paper. */
  window.mml.darkened = (value) => turn(value, "");
})();
