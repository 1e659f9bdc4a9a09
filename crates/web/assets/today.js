// Today: the chart shows where a score that is chosen would lie, and the strip of days opens at today.
// Without this file the form works and sends the same; nothing here is needed to save.

/** Puts the live dot of the chart of the same name at a score; "not answered" takes it away. */
function moveDot({ name, value }) {
  const dot = document.querySelector(`svg[data-chart="${CSS.escape(name)}"] circle.live`);
  if (!dot) return;
  dot.setAttribute("cy", String(Number(dot.dataset.zero) - Number(dot.dataset.step) * Number(value)));
  dot.setAttribute("r", value === "" ? "0" : "5");
}

document.querySelectorAll(".scale input").forEach((choice) => {
  choice.addEventListener("change", () => moveDot(choice));
  if (choice.checked) moveDot(choice);
});

// The strip of days starts at its beginning; bring today into the middle of it, without moving the page.
const now = document.querySelector(".days .now");
const strip = now?.closest("ol");
if (strip) {
  const there = now.getBoundingClientRect();
  const whole = strip.getBoundingClientRect();
  strip.scrollLeft += there.left + there.width / 2 - (whole.left + whole.width / 2);
}
