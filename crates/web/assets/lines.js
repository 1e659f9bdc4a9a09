// Checklists: what a tick opened is emptied when the tick is taken off, so that it doesn't say two things at once.
// Without this the page asks which of the two is meant.

const empty = (input) => {
  if (input.type === "radio" || input.type === "checkbox") input.checked = false;
  else input.value = "";
};

// A line that was answered here may be taken back here; see the field "seen" of the page.
const notes = (form, line) => {
  if ([...form.querySelectorAll("input[name=seen]")].some((seen) => seen.value === line)) return;
  const seen = Object.assign(document.createElement("input"), { type: "hidden", name: "seen", value: line });
  form.prepend(seen);
};

// The whole face ticks its parts, and is no longer whole when one is taken off.
const FACE = ["forehead", "cheeks", "nose", "upper-lip", "chin"];
const faces = (form, target) => {
  const tick = (value) => form.querySelector(`input[name=areas][value=${value}]`);
  if (target.value === "face") FACE.map(tick).filter(Boolean).forEach((part) => { part.checked = target.checked; });
  else tick("face").checked = FACE.map(tick).every((part) => part?.checked);
};

document.addEventListener("change", ({ target }) => {
  if (target.name === "areas") faces(target.form, target);
  const ask = target.checked && target.form && target.closest(".ask");
  if (ask) notes(target.form, ask.id.startsWith("line-") ? ask.id.slice(5) : target.name);
  if (target.checked || !target.closest(".applies")) return;
  target.closest(".ask").querySelectorAll(".opened input").forEach(empty);
});
