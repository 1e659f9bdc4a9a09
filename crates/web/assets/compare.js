// Two photographs: beside each other, one over the other with an edge to move, or one after the other.
// Zoom and place are shared, by pointer, two fingers, wheel and keyboard. Without this file they stand side by side.

const MOST = 6;
const between = (least, value, most) => Math.min(most, Math.max(least, value));

function stand(root) {
  const stage = root.querySelector(".stage");
  const frames = [...stage.querySelectorAll(".frame")];
  const images = frames.map((frame) => frame.querySelector("img"));
  const edge = root.querySelector("[data-edge]");
  const zoom = root.querySelector("[data-zoom] input");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  // x and y are the picture's corner in widths and heights of the frame, so both frames agree at any size.
  const view = { scale: 1, x: 0, y: 0 };
  const fingers = new Map();
  let flicker = 0;

  const draw = () => {
    view.scale = between(1, view.scale, MOST);
    view.x = between(1 - view.scale, view.x, 0);
    view.y = between(1 - view.scale, view.y, 0);
    for (const image of images) {
      image.style.transform = `translate(${view.x * 100}%, ${view.y * 100}%) scale(${view.scale})`;
    }
    zoom.value = Math.round(view.scale * 100);
  };
  /** Zooms so that the point (parts of the frame) stays where it is. */
  const zoomTo = (scale, px = 0.5, py = 0.5) => {
    const next = between(1, scale, MOST);
    view.x = px - ((px - view.x) / view.scale) * next;
    view.y = py - ((py - view.y) / view.scale) * next;
    view.scale = next;
    draw();
  };
  const part = (x, y) => {
    const frame = frames.find((f) => { const r = f.getBoundingClientRect(); return x >= r.left && x <= r.right; }) ?? frames[0];
    const r = frame.getBoundingClientRect();
    return [(x - r.left) / r.width, (y - r.top) / r.height, r];
  };

  const wipe = () => {
    const on = root.dataset.mode === "wipe";
    const cut = edge.querySelector("input").value;
    frames[1].style.clipPath = on ? `inset(0 0 0 ${cut}%)` : "";
    stage.style.setProperty("--cut", `${cut}%`);
  };
  const swap = () => frames.forEach((frame) => frame.parentElement.classList.toggle("behind"));
  const setMode = (mode) => {
    root.dataset.mode = mode;
    clearInterval(flicker);
    frames.forEach((frame, place) => frame.parentElement.classList.toggle("behind", mode === "flicker" && place === 1));
    if (mode === "flicker" && !still.matches) flicker = setInterval(swap, 700);
    edge.hidden = mode !== "wipe";
    root.querySelectorAll("button[data-mode]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.mode === mode)));
    wipe();
    draw();
  };

  root.querySelectorAll("button[data-mode]").forEach((b) => b.addEventListener("click", () => setMode(b.dataset.mode)));
  root.querySelector("[data-whole]").addEventListener("click", () => zoomTo(1));
  edge.addEventListener("input", wipe);
  zoom.addEventListener("input", () => zoomTo(zoom.value / 100));

  stage.addEventListener("wheel", (event) => {
    // A plain turn over the whole picture scrolls the page, as anywhere else.
    if (view.scale === 1 && event.deltaY > 0) return;
    event.preventDefault();
    zoomTo(view.scale * Math.exp(-event.deltaY / 400), ...part(event.clientX, event.clientY));
  }, { passive: false });
  stage.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event);
    stage.setPointerCapture(event.pointerId);
    // With the pictures in one place and no flicker, a tap shows the other one.
    if (root.dataset.mode === "flicker" && still.matches) swap();
  });
  stage.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const other = [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId);
    const [px, py, r] = part(event.clientX, event.clientY);
    if (other) {
      const far = (a) => Math.hypot(a.clientX - other.clientX, a.clientY - other.clientY) || 1;
      zoomTo(view.scale * (far(event) / far(before)), px, py);
    } else if (root.dataset.mode === "wipe" && view.scale === 1) {
      edge.querySelector("input").value = px * 100;
      wipe();
    } else {
      view.x += (event.clientX - before.clientX) / r.width;
      view.y += (event.clientY - before.clientY) / r.height;
      draw();
    }
    fingers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, (event) => fingers.delete(event.pointerId));
  stage.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [0.1, 0], ArrowRight: [-0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] };
    if (event.key in steps && view.scale > 1) {
      view.x += steps[event.key][0];
      view.y += steps[event.key][1];
      draw();
    } else if (event.key === "+" || event.key === "=") zoomTo(view.scale * 1.25);
    else if (event.key === "-") zoomTo(view.scale / 1.25);
    else if (event.key === "0") zoomTo(1);
    else if (event.key === " " && root.dataset.mode === "flicker") swap();
    else return;
    event.preventDefault();
  });

  root.classList.add("live");
  root.querySelector(".tools").hidden = false;
  setMode(root.dataset.begin ?? "beside");
}

document.querySelectorAll("[data-compare]").forEach(stand);
