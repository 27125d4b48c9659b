// What the text refers to, an equation or a figure of the page: its card shows it.
(() => {
  const REFERS = "article a:is(.ref, [href^='#figure-'], [href^='#eq-'])";

  /** The figure or equation that a link leads to; none where the link is its own number. */
  const targetOf = (link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target?.matches("figure.plot, .equation") && !target.contains(link) ? target : null;
  };

  /** A copy of a part of the page that is nobody's target and nobody's stop. */
  const copied = (element) => {
    const copy = element.cloneNode(true);
    for (const part of [copy, ...copy.querySelectorAll("[id], a, [tabindex]")]) {
      part.removeAttribute("id");
      part.removeAttribute("href");
      part.removeAttribute("tabindex");
    }
    return copy;
  };
  const ofFigure = (figure) => {
    const parts = [copied(figure.querySelector("figcaption .caption"))];
    const still = figure.querySelector(".still");
    if (still) {
      const picture = copied(still);
      picture.loading = "eager";
      picture.style.setProperty("--still", figure.style.getPropertyValue("--still"));
      parts.push(picture);
    }
    return parts;
  };
  const told = (link) => {
    const target = targetOf(link);
    if (!target) return undefined;
    return target.matches("figure.plot") ? ofFigure(target) : [copied(target)];
  };
  window.mml.tellOf(REFERS, told, { look: "preview", byTap: false });
})();
