// A meeting while it goes on: what has been typed is saved, field by field, soon after the typing stops.
// Without a network or a login nothing is lost: it stays on the page and is sent when that works again.
(() => {
  const form = document.querySelector("[data-draft]");
  const told = form?.querySelector("[data-draft-status]");
  if (!form || !told) return;

  const PAUSE = 3000; // after the last key
  const AGAIN = 15000; // after a failure
  const OURS = new Set(["csrfmiddlewaretoken", "number", "do", "move-reason"]);
  const number = form.elements.namedItem("number");
  const token = form.elements.namedItem("csrfmiddlewaretoken");
  let timer = 0;
  let isSaving = false;
  let isLeaving = false;

  const typed = () =>
    new Map([...new FormData(form)].filter(([name]) => !OURS.has(name) && !name.startsWith("move-")));

  let kept = typed();

  const changed = () => [...typed()].filter(([name, value]) => kept.get(name) !== value);

  const later = (after) => {
    clearTimeout(timer);
    timer = setTimeout(save, after);
  };

  const newToken = async () => {
    const answer = await fetch(form.dataset.draft, { redirect: "manual" });
    if (!answer.ok) return false;
    token.value = (await answer.json()).token;
    return true;
  };

  const saved = (answer) => {
    told.textContent = answer.told;
    if (answer.number === Number(number.value) + 1) number.value = answer.number;
    else told.textContent += ` ${form.dataset.others}`;
  };

  async function save() {
    const fields = changed();
    if (isSaving || isLeaving || fields.length === 0) return;
    isSaving = true;
    const now = typed();
    const body = new URLSearchParams([["csrfmiddlewaretoken", token.value], ...fields]);
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body });
      if (answer.ok) {
        kept = now;
        saved(await answer.json());
      } else if (answer.status === 401 || answer.status === 403) {
        told.textContent = form.dataset.expired;
        later((await newToken()) ? 0 : AGAIN);
      } else {
        told.textContent = form.dataset.failed;
        later(AGAIN);
      }
    } catch {
      told.textContent = form.dataset.offline;
      later(AGAIN);
    } finally {
      isSaving = false;
    }
    if (changed().length > 0) later(PAUSE);
  }

  for (const kind of ["input", "change"]) form.addEventListener(kind, () => later(PAUSE));
  window.addEventListener("online", () => later(0));
  form.addEventListener("submit", (event) => {
    isLeaving = !event.defaultPrevented;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && changed().length > 0) event.preventDefault();
  });
})();
