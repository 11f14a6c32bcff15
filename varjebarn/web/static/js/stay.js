// Before the login ends by itself: ask whether to stay. Staying is a click, never a timer's doing.
// When it has ended, what was typed is left where it is; a page without any is left for the log-in.
(() => {
  const asking = document.querySelector("[data-stay]");
  const over = document.getElementById("utloggad");
  if (!asking || !over || typeof asking.showModal !== "function") return;

  const WARNING = 120; // seconds
  const form = asking.querySelector("[data-stay-form]");
  const clock = asking.querySelector("[data-stay-at]");
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("vb-login") : null;
  let ends = 0;
  let warning = WARNING;
  let timer = 0;

  const isTyped = (field) =>
    ["checkbox", "radio"].includes(field.type)
      ? field.checked !== field.defaultChecked
      : "defaultValue" in field && field.value !== field.defaultValue;

  const end = () => {
    clearTimeout(timer);
    if (asking.open) asking.close();
    if ([...document.querySelectorAll("main input, main textarea")].some(isTyped)) {
      if (!over.open) over.showModal();
    } else {
      window.location.replace(asking.dataset.login);
    }
  };

  const look = () => {
    clearTimeout(timer);
    const left = (ends - Date.now()) / 1000;
    if (left <= 0) return end();
    if (left > warning) {
      timer = setTimeout(look, (left - warning) * 1000);
    } else {
      if (!asking.open) asking.showModal();
      timer = setTimeout(look, left * 1000);
    }
  };

  const begin = (seconds, at) => {
    ends = Date.now() + seconds * 1000;
    warning = Math.min(WARNING, seconds / 2);
    clock.textContent = at;
    for (const dialog of [asking, over]) if (dialog.open) dialog.close();
    look();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      if (!answer.ok) return end();
      const { seconds, at } = await answer.json();
      begin(seconds, at);
      tabs?.postMessage({ seconds, at });
    } catch {
      // No network: the question stays, and can be answered again.
    }
  });

  tabs?.addEventListener("message", ({ data }) => begin(data.seconds, data.at));
  document.addEventListener("visibilitychange", look);

  begin(Number(asking.dataset.stay), clock.textContent);
  tabs?.postMessage({ seconds: Number(asking.dataset.stay), at: clock.textContent });
})();
