// Rectangles drawn on a photograph, by finger, mouse and keyboard. They are kept in number fields, in per cent of the
// photograph; without this file the numbers are written by hand.

const SIDES = ["left", "top", "width", "height"];
const REACH = 22; // half a touch target, in pixels of the screen
const LEAST = 3; // per cent: what a finger can still take hold of
const PIXELS = 24; // of the photograph: with fewer a side, noise is larger than a change
const USUAL = { width: 24, height: 18 }; // per cent: what a tap draws
const between = (least, value, most) => Math.min(most, Math.max(least, value));
const tenth = (value) => Math.round(value * 10) / 10;
const least = (pixels) => Math.max(LEAST, Math.ceil(PIXELS / pixels * 1000) / 10);

function stand(form) {
  const svg = form.querySelector(".region-parts");
  const { width: W, height: H } = svg.viewBox.baseVal;
  const steps = [...form.querySelectorAll("[data-step]")];
  const says = form.querySelector(".draw-says");
  const now = form.querySelector("[data-now]");
  const tool = (what) => form.querySelector(`[data-do=${what}]`);
  const words = steps.map((step) => step.dataset.step);
  const parts = Object.fromEntries(words.map((word) => [word, part(word)]));
  let active = words[0];
  let drag = null;

  function part(word) {
    const group = svg.querySelector(`[data-part=${word}]`);
    const fields = form.querySelector(`[data-fields=${word}]`);
    const inputs = SIDES.map((side) => form.elements[`${word}-${side}`]);
    const [name, why] = ["legend", ".why"].map((what) => fields.querySelector(what).textContent);
    return { word, group, inputs, name, why };
  }

  const box = (word) => {
    const number = (text) => (text.trim() === "" ? NaN : Number(text.replace(",", ".")));
    const values = parts[word].inputs.map((input) => number(input.value));
    if (values.some((value) => !Number.isFinite(value))) return null;
    const [left, top, width, height] = values;
    return { left, top, width, height };
  };
  const write = (input, value) => {
    input.type = "number";
    input.value = value;
  };
  const put = (word, wanted) => {
    const { inputs } = parts[word];
    if (wanted) {
      const width = tenth(between(least(W), wanted.width, 100));
      const height = tenth(between(least(H), wanted.height, 100));
      const left = tenth(between(0, wanted.left, 100 - width));
      const top = tenth(between(0, wanted.top, 100 - height));
      [left, top, width, height].forEach((value, side) => write(inputs[side], value.toFixed(1).replace(/\.0$/, "")));
    } else {
      inputs.forEach((input) => write(input, ""));
    }
    show();
  };

  /** Pixels of the screen per unit of the drawing. */
  const zoom = () => svg.getBoundingClientRect().width / W || 1;
  const set = (element, values) => Object.entries(values).forEach(([name, value]) => element.setAttribute(name, value));

  function show() {
    for (const word of words) {
      const { group, name } = parts[word];
      const b = box(word);
      group.toggleAttribute("hidden", !b);
      group.classList.toggle("active", word === active);
      group.querySelectorAll(".handle").forEach((handle) => handle.remove());
      if (!b) continue;
      const [x, y, width, height] = [b.left * W / 100, b.top * H / 100, b.width * W / 100, b.height * H / 100];
      group.querySelectorAll("rect").forEach((rect) => set(rect, { x, y, width, height }));
      const unit = 1 / zoom();
      set(group.querySelector("circle"), { cx: x + width / 2, cy: y, r: 11 * unit });
      set(group.querySelector("text"), { x: x + width / 2, y, "font-size": 15 * unit });
      if (word === active) {
        for (const [cx, cy] of [[x, y], [x + width, y], [x, y + height], [x + width, y + height]]) {
          const handle = document.createElementNS(svg.namespaceURI, "circle");
          set(handle, { class: "handle", cx, cy, r: 7 * unit });
          group.append(handle);
        }
      }
      set(group, { tabindex: 0, role: "button", "aria-label": where(name, b), "aria-pressed": word === active });
    }
    const drawn = Boolean(box(active));
    const last = active === words.at(-1);
    tool("next").hidden = last || !drawn;
    tool("skip").hidden = last || drawn || active === words[0];
    tool("middle").hidden = drawn;
    tool("clear").hidden = !drawn;
    steps.forEach((step) => {
      step.setAttribute("aria-pressed", step.dataset.step === active);
      step.classList.toggle("drawn", Boolean(box(step.dataset.step)));
    });
  }
  const where = (name, b) => Object.entries({ name, ...b })
    .reduce((text, [slot, value]) => text.replace(`[${slot}]`, value), form.dataset.where);

  const choose = (word) => {
    active = word;
    says.textContent = parts[word].why;
    show();
  };
  const go = () => choose(words[Math.min(words.indexOf(active) + 1, words.length - 1)]);

  // Pointers
  const place = (event) => {
    const r = svg.getBoundingClientRect();
    const share = (from, length) => between(0, from / length * 100, 100);
    return { x: share(event.clientX - r.left, r.width), y: share(event.clientY - r.top, r.height) };
  };
  /** What a pointer takes hold of: a corner (which then has the opposite one as its anchor), the middle, or nothing. */
  const held = (at) => {
    const b = box(active);
    if (!b) return null;
    const r = svg.getBoundingClientRect();
    const px = (x, y) => Math.hypot((x - at.x) * r.width / 100, (y - at.y) * r.height / 100);
    const inside = at.x > b.left && at.x < b.left + b.width && at.y > b.top && at.y < b.top + b.height;
    // Within a small rectangle the corners leave room for the middle.
    const reach = inside ? Math.min(REACH, b.width * r.width / 300, b.height * r.height / 300) : REACH;
    const corners = [0, 1].flatMap((right) => [0, 1].map((low) => ({
      far: px(b.left + right * b.width, b.top + low * b.height),
      anchor: { x: b.left + (1 - right) * b.width, y: b.top + (1 - low) * b.height },
    }))).sort((one, other) => one.far - other.far);
    if (corners[0].far <= reach) return { anchor: corners[0].anchor };
    return inside ? { from: b } : null;
  };
  const span = (a, b) => ({
    left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y),
  });

  svg.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button > 0) return;
    event.preventDefault();
    const at = place(event);
    drag = { start: at, x: event.clientX, y: event.clientY, moved: false, ...held(at) };
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!drag || !event.isPrimary) return;
    drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 5;
    if (!drag.moved) return;
    const at = place(event);
    const { from, start } = drag;
    if (from) put(active, { ...from, left: from.left + at.x - start.x, top: from.top + at.y - start.y });
    else put(active, span(drag.anchor ?? start, at));
  });
  const over = () => {
    const tapped = drag && !drag.moved && !box(active);
    if (tapped) put(active, { ...USUAL, left: drag.start.x - USUAL.width / 2, top: drag.start.y - USUAL.height / 2 });
    drag = null;
  };
  svg.addEventListener("pointerup", over);
  svg.addEventListener("pointercancel", () => { drag = null; });

  // Keys
  svg.addEventListener("focusin", (event) => {
    const word = event.target.closest("[data-part]")?.dataset.part;
    if (word && word !== active) choose(word);
  });
  svg.addEventListener("keydown", (event) => {
    const word = event.target.closest("[data-part]")?.dataset.part;
    const b = word && box(word);
    if (!b) return;
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (move && event.shiftKey) {
      const most = [100 - b.left, 100 - b.top];
      put(word, { ...b, width: Math.min(b.width + move[0], most[0]), height: Math.min(b.height + move[1], most[1]) });
    } else if (move) {
      put(word, { ...b, left: b.left + move[0], top: b.top + move[1] });
    } else if (event.key === "Delete" || event.key === "Backspace") {
      put(word, null);
      tool("middle").focus();
    } else return;
    event.preventDefault();
    const after = box(word);
    now.textContent = after ? where(parts[word].name, after) : "";
  });

  // Buttons and fields
  steps.forEach((step) => step.addEventListener("click", () => choose(step.dataset.step)));
  tool("next").addEventListener("click", go);
  tool("skip").addEventListener("click", go);
  tool("clear").addEventListener("click", () => {
    put(active, null);
    tool("middle").focus();
  });
  tool("middle").addEventListener("click", () => {
    put(active, { ...USUAL, left: 50 - USUAL.width / 2, top: 50 - USUAL.height / 2 });
    parts[active].group.focus();
  });
  form.addEventListener("input", (event) => { if (event.target.closest("[data-fields]")) show(); });
  addEventListener("resize", show);

  form.classList.add("live");
  // What was put away can't be complained about by the browser; the page that follows says what is wrong.
  form.noValidate = true;
  svg.setAttribute("role", "group");
  form.querySelectorAll(".draw-steps, .draw-tools").forEach((element) => { element.hidden = false; });
  const numbers = form.querySelector("[data-numbers]");
  if (numbers.dataset.numbers === "fine") numbers.querySelector("details").open = false;
  choose(words.find((word) => form.querySelector(`[data-fields=${word}] .wrong`)) ?? active);
}

document.querySelectorAll("[data-draw]").forEach(stand);
