// Counts down from when something was begun, so that it is right after a reload and on a second device.
// Without this file the page says until when, in words.

const two = (number) => String(number).padStart(2, "0");

function words(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${two(seconds % 60)}`;
}

function run(timer) {
  const since = Date.parse(timer.dataset.since);
  const whole = Number(timer.dataset.minutes) * 60;
  const left = timer.querySelector(".left");
  const bar = timer.querySelector("progress");
  if (!Number.isFinite(since) || !(whole > 0) || !left) return;
  // Minutes are said aloud, seconds are only seen.
  left.setAttribute("aria-live", "off");
  timer.classList.add("live");

  let ticking = 0;
  const show = () => {
    const gone = Math.max(0, Math.floor((Date.now() - since) / 1000));
    const rest = Math.max(0, whole - gone);
    if (bar) bar.value = Math.min(gone, whole) / 60;
    if (rest > 0) {
      left.textContent = words(rest);
      return;
    }
    clearInterval(ticking);
    timer.classList.add("over");
    left.setAttribute("aria-live", "assertive");
    left.textContent = timer.dataset.over;
    navigator.vibrate?.(400);
  };
  ticking = setInterval(show, 1000);
  document.addEventListener("visibilitychange", show);
  show();
}

document.querySelectorAll("[data-timer]").forEach(run);
