// Pictures of figures wait until they come near; on paper all are near. So the rest are fetched when the
// page has nothing else to do.
(() => {
  const fetchAll = () => {
    for (const still of document.querySelectorAll(".still[loading=lazy]")) still.loading = "eager";
  };
  const later = window.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => later(fetchAll));
  addEventListener("beforeprint", fetchAll);
})();
