// Before a form is sent: is there a network? If not, say so and keep what was typed.
(() => {
  const words = {
    sv: "Du verkar sakna internet just nu. Det du har skrivit finns kvar här. Försök igen om en stund.",
    en: "You seem to be offline. What you have written is still here. Try again in a while.",
  };
  const language = document.documentElement.lang.startsWith("en") ? "en" : "sv";

  const tell = (form) => {
    let told = form.querySelector(".vb-offline");
    if (!told) {
      told = document.createElement("p");
      told.className = "ds-alert vb-offline";
      told.dataset.color = "warning";
      told.setAttribute("role", "alert");
      form.prepend(told);
    }
    told.textContent = words[language];
    told.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    tell(event.target);
  });

  document.addEventListener("htmx:sendError", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (form) tell(form);
  });

  window.addEventListener("online", () => {
    document.querySelectorAll(".vb-offline").forEach((told) => told.remove());
  });
})();
