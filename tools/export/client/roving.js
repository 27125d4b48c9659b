// Groups of many things that are together one stop of the Tab key; arrows lead from one to the next
// (ARIA Authoring Practices, roving tabindex).
(() => {
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });

  /**
   * @param holder What the group lies in.
   * @param membersOf Its members now, in order; those that cannot be seen are passed over.
   * @param onStop Told of the member that is the stop, and may be of none.
   * @returns A way to say that members have come or gone.
   */
  window.mml.rove = (holder, membersOf, onStop = () => undefined) => {
    let stop = null;
    const turnTo = (member) => {
      if (stop && stop !== member) stop.tabIndex = -1;
      stop = member ?? null;
      if (stop) stop.tabIndex = 0;
      onStop(stop);
    };
    const renew = () => {
      const members = membersOf();
      for (const member of members) if (member !== stop) member.tabIndex = -1;
      if (stop && members.includes(stop) && isSeen(stop)) return;
      const seen = members.filter(isSeen);
      turnTo(seen.find((member) => member.matches("[aria-current=page]")) ?? seen[0]);
    };
    holder.addEventListener("focusin", ({ target }) => {
      if (target !== stop && membersOf().includes(target)) turnTo(target);
    });
    holder.addEventListener("keydown", (event) => {
      const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      // who has clicked on one scrolls the page with the arrows
      if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!event.target.matches(":focus-visible")) return;
      const members = membersOf().filter((one) => one === event.target || isSeen(one));
      const at = members.indexOf(event.target);
      if (at < 0) return;
      event.preventDefault();
      members[at + way]?.focus();
    });
    holder.addEventListener("toggle", renew, { capture: true });
    renew();
    return renew;
  };
})();
