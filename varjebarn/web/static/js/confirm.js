// A link to a page that asks "are you sure?" opens the same question as a dialog instead.
(() => {
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element ? event.target.closest("[data-confirm]") : null;
    const dialog = opener && document.getElementById(opener.dataset.confirm);
    if (!dialog || typeof dialog.showModal !== "function") return;
    event.preventDefault();
    dialog.showModal();
  });

  // Browsers that don't know the command attribute yet.
  if (!("command" in HTMLButtonElement.prototype)) {
    document.addEventListener("click", (event) => {
      const closer = event.target instanceof Element ? event.target.closest("[command=close]") : null;
      if (closer) document.getElementById(closer.getAttribute("commandfor"))?.close();
    });
  }
})();
