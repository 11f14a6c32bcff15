// Sends many files one at a time and shows how far it has come. Without it all are sent at once.
(() => {
  const form = document.querySelector("[data-read-files]");
  const shown = form?.querySelector("[data-read-files-progress]");
  const field = form?.querySelector("input[type=file]");
  if (!form || !shown || !field || !window.fetch) return;

  const bar = shown.querySelector("progress");
  const status = shown.querySelector("[role=status]");
  const faults = shown.querySelector("ul");
  const button = form.querySelector("button[type=submit]");

  const tell = (name, fault) => {
    const row = document.createElement("li");
    row.textContent = `${name}: ${fault}`;
    faults.append(row);
    faults.hidden = false;
  };

  const send = async (file) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("chosen", file);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
      });
      if (!answer.ok) return form.dataset.failed;
      return (await answer.json()).fault;
    } catch {
      return form.dataset.failed;
    }
  };

  document.addEventListener("submit", async (event) => {
    if (event.target !== form || event.defaultPrevented || field.files.length < 2) return;
    event.preventDefault();
    const files = [...field.files];
    let done = 0;
    button.disabled = true;
    bar.max = files.length;
    shown.hidden = false;
    for (const file of files) {
      const fault = await send(file); // one at a time: the server reads them in order
      if (fault) tell(file.name, fault);
      done += 1;
      bar.value = done;
      status.textContent = form.dataset.words
        .replace("#done", done)
        .replace("#all", files.length);
    }
    if (faults.hidden) window.location.assign(form.action);
    else shown.querySelector("a").hidden = false;
  });
})();
