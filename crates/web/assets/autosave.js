// form[data-autosave]: keeps a draft while it is written. The form still has its button and works without this.
// data-autosave may hold another address than the form's own. The words are the page's: data-saving, data-saved,
// data-failed; the element with the class "saved" says them. Files and passphrases are never sent by themselves.

const PAUSE = 600;

/** What is in a form, as the browser would send it, without files. */
function fields(form) {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") sent.append(name, value);
  }
  return sent;
}

function keep(form) {
  const says = form.querySelector(".saved");
  const address = form.dataset.autosave || form.action;
  let waiting = 0;
  let sending = null;
  let last = fields(form).toString();

  const say = (what) => {
    if (!says) return;
    says.dataset.saved = what === "failed" ? "problem" : what;
    says.textContent = form.dataset[what] ?? "";
  };

  const save = async () => {
    clearTimeout(waiting);
    const body = fields(form);
    if (body.toString() === last || !form.checkValidity()) return;
    sending?.abort();
    const mine = new AbortController();
    sending = mine;
    say("saving");
    try {
      const headers = { "X-Autosave": "1", Accept: "application/json" };
      const answer = await fetch(address, { method: "POST", body, headers, signal: mine.signal, credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      last = body.toString();
      say("saved");
    } catch {
      if (!mine.signal.aborted) say("failed");
    }
  };

  const soon = () => { clearTimeout(waiting); waiting = setTimeout(save, PAUSE); };
  form.addEventListener("input", (event) => {
    if (event.target.type === "password") return;
    soon();
  });
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => { clearTimeout(waiting); sending?.abort(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  addEventListener("online", save);
}

document.querySelectorAll("form[data-autosave]").forEach(keep);
