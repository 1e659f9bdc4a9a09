// A button that copies a text; without this file, or where a browser does not allow it, the text can be marked by hand.

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const text = document.getElementById(button.dataset.of);
    if (text) getSelection()?.selectAllChildren(text);
    return;
  }
  button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
}

document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
});
