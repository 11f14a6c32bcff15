// The quick way out: by the link, or by Escape pressed three times within two seconds.
// The page's place in the history is replaced, so "back" doesn't lead here again.
(() => {
  const link = document.querySelector("[data-leave]");
  if (!link) return;

  const leave = () => {
    document.body.hidden = true;
    window.location.replace(link.href);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  let pressed = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      pressed = [];
      return;
    }
    pressed = pressed.filter((at) => event.timeStamp - at < 2000).concat(event.timeStamp);
    if (pressed.length >= 3) leave();
  });
})();
