// How wide words are in a figure, and the lines they make.
(() => {
  const pen = document.createElement("canvas").getContext("2d");
  const write = (size) => {
    pen.font = `${size}px ${window.mml.familyOf()}`;
  };
  const TAG = /<\/?\w[^<>]*>/g;
  const WORD = new RegExp(`(?:${TAG.source}|\\S)+`, "g");
  const linesOf = (text) => (text ? text.split(/<br ?\/?>/) : []);

  window.mml.words = {
    /** The lines of a text in Plotly's markup. */
    linesOf,
    /** How wide each text is in letters of a size, in pixels. */
    widths(texts, size) {
      write(size);
      return texts.map((text) => pen.measureText(text).width);
    },
    /** A text in lines that fit into a width. Markup takes no room, and is not broken. */
    wrap(text, width, size) {
      write(size);
      const wide = (line) => pen.measureText(line.replace(TAG, "")).width;
      const lines = [];
      for (const word of linesOf(text).join(" ").match(WORD) ?? []) {
        const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
        if (lines.length > 0 && wide(longer) <= width) lines[lines.length - 1] = longer;
        else lines.push(word);
      }
      return lines;
    },
  };
})();
