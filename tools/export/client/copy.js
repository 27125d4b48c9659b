// A button above every piece of code that copies it: a cell whole, its folded solution too.
(() => {
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.append(said);

  // Where the clipboard is closed (a page opened from a disk), the old way through a selection.
  const copySelected = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "said";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelected(text);
    }
  };

  const CELL = ".cell.code, .sheet-entry details";
  const buttons = new Map();
  /** Where the button of a block stands: after all the code of its cell, or of itself. */
  const placeOf = (block, cell) => {
    const folded = block.closest("details.drawing");
    if (folded) return [folded, folded];
    if (!cell) return [block, block];
    const last = [...cell.children].findLast((part) => part.querySelector(".highlight"));
    return [cell, last];
  };
  const buttonOf = (blocks) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.tabIndex = -1; // a stop while its code has the focus
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy this code");
    button.addEventListener("click", async () => {
      const texts = blocks.map((one) => one.querySelector("pre").textContent.replace(/\n$/, ""));
      const done = await copy(texts.join("\n"));
      button.textContent = done ? "Copied" : "Failed";
      said.textContent = done ? "The code is copied." : "The code could not be copied.";
      button.focus();
      setTimeout(() => {
        button.textContent = "Copy";
        said.textContent = "";
      }, 2000);
    });
    return button;
  };
  for (const block of document.querySelectorAll("article div.highlight")) {
    const cell = block.closest(CELL);
    const [holder, after] = placeOf(block, cell);
    if (!buttons.has(holder)) {
      const blocks = cell ? [...cell.querySelectorAll("div.highlight")] : [block];
      const button = buttonOf(blocks);
      if (after === holder) holder.append(button);
      else after.after(button);
      holder.classList.add("copied-from");
      buttons.set(holder, button);
    }
  }

  let reached = null;
  /** The button of the code that is the stop is the next. */
  window.mml.showCopy = (stop) => {
    if (reached) reached.tabIndex = -1;
    const holder = stop?.closest(".copied-from");
    reached = (holder && buttons.get(holder)) ?? null;
    if (reached) reached.tabIndex = 0;
  };
})();
