// Lists of pages and sections, at the side and below the text: each is one stop of the Tab key.
(() => {
  for (const list of document.querySelectorAll("#mml-course, #mml-page, nav.related")) {
    const renew = window.mml.rove(list, () => [...list.querySelectorAll("a[href], summary")]);
    new ResizeObserver(renew).observe(list); // it is a drawer on narrow screens
  }
})();
