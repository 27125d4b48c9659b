// Names of the library in code: the card tells signature and first sentence.
(() => {
  const own = document.querySelector("script[data-assets]");
  if (!own) return;
  const { tellOf, cardLine } = window.mml;

  let ready = null;
  const open = () => {
    ready ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `${own.dataset.assets}library.js?v=${own.dataset.version}`;
      script.onload = () => resolve(window.courseLibrary);
      script.onerror = () => resolve({});
      document.head.append(script);
    });
    return ready;
  };

  tellOf("article a.name", async (link) => {
    const url = new URL(link.href);
    const told = (await open())[url.pathname.split("/").pop() + decodeURIComponent(url.hash)];
    if (!told) return undefined;
    const [signature, said] = told;
    return [...(signature ? [cardLine("code", signature)] : []), cardLine("p", said)];
  });
})();
