// A citation names the section the reader was sent to, if the page knows its address.
(() => {
  const address = document.querySelector(".cite .address");
  if (!address) return;
  const page = address.textContent;
  const name = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const there =
      id !== "" && document.querySelector("article")?.contains(document.getElementById(id));
    address.textContent = there ? page + location.hash : page;
  };
  addEventListener("hashchange", name);
  name();
})();
