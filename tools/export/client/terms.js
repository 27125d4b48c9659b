// Terms of the glossary in the text: the card tells what they mean.
(() => {
  const { tellOf, cardLine } = window.mml;
  tellOf("article a.term", async (link) => [cardLine("p", link.dataset.meaning)]);
})();
