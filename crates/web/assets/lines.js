// Checklists: what a tick opened is emptied when the tick is taken off, so that it doesn't say two things at once.
// Without this the page asks which of the two is meant.

const empty = (input) => {
  if (input.type === "radio" || input.type === "checkbox") input.checked = false;
  else input.value = "";
};

document.addEventListener("change", ({ target }) => {
  if (target.checked || !target.closest(".applies")) return;
  target.closest(".ask").querySelectorAll(".opened input").forEach(empty);
});
