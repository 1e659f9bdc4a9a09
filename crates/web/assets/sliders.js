// Sliders say their number while they move, and the chart of the same name shows where it would lie.
// Without this file the sliders work and send the same; nothing here is needed to save.

const chartOf = (slider) => document.querySelector(`svg[data-chart="${CSS.escape(slider.name)}"]`);

/** Puts the live dot of a chart at a score. */
function moveDot(slider) {
  const dot = chartOf(slider)?.querySelector("circle.live");
  if (!dot) return;
  const zero = Number(dot.dataset.zero);
  const step = Number(dot.dataset.step);
  dot.setAttribute("cy", String(zero - step * Number(slider.value)));
  dot.setAttribute("r", "5");
}

function follow(slider) {
  const box = slider.closest(".slider");
  const output = box?.querySelector("output");
  if (!output) return;
  box.classList.add("live");
  const show = () => { output.textContent = slider.value; };
  slider.addEventListener("input", () => { show(); moveDot(slider); });
  slider.form?.addEventListener("reset", () => setTimeout(show));
  show();
}

document.querySelectorAll("input[data-slider]").forEach(follow);

// The strip of days starts at its beginning; bring today into the middle of it, without moving the page.
const now = document.querySelector(".days .now");
const strip = now?.closest("ol");
if (strip) {
  const there = now.getBoundingClientRect();
  const whole = strip.getBoundingClientRect();
  strip.scrollLeft += there.left + there.width / 2 - (whole.left + whole.width / 2);
}
