// The lists at the side, of the course and of the page: each is one stop of the Tab key.
(() => {
  for (const list of document.querySelectorAll("#mml-course, #mml-page")) {
    const renew = window.mml.rove(list, () => [...list.querySelectorAll("a[href], summary")]);
    new ResizeObserver(renew).observe(list); // it is a drawer on narrow screens
  }
})();
