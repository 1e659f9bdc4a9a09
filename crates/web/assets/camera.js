// The camera: a live picture under an outline, a grid and the first photograph, and a list of shots to take.
// What is taken is sent with the form's own fields to the form's own address. Without this file, or where the
// camera may not be used, a picture is chosen as a file.

const LONGEST = 2400;
const QUALITY = 0.92;

function open(form) {
  const part = (selector) => form.querySelector(selector);
  const finder = part(".finder");
  const start = part(".start");
  const view = part(".view");
  const video = part("video");
  const canvas = part("canvas");
  const ghost = part(".ghost");
  const strength = part("[data-strength]");
  const says = part(".camera-says");
  const fallback = part(".fallback");
  const shots = [...form.querySelectorAll("[name=shot]")];
  const tools = Object.fromEntries([...form.querySelectorAll("[data-do]")].map((b) => [b.dataset.do, b]));
  let stream = null;
  let facing = "user";

  const say = (text) => { says.textContent = text ?? ""; };
  const chosen = () => shots.find((shot) => shot.checked);

  /** Live picture, or the one just taken. */
  const show = (taken) => {
    canvas.hidden = !taken;
    for (const name of ["take", "skip", "turn", "grid"]) tools[name].hidden = taken;
    for (const name of ["keep", "again"]) tools[name].hidden = !taken;
    placeGhost();
  };
  const placeGhost = () => {
    const address = chosen()?.dataset.ghost;
    const on = Boolean(address) && canvas.hidden;
    if (address && ghost.getAttribute("src") !== address) ghost.src = address;
    ghost.hidden = !on;
    strength.hidden = !on;
    ghost.style.opacity = String(strength.querySelector("input").value / 100);
  };

  const stop = () => { stream?.getTracks().forEach((track) => track.stop()); stream = null; };
  const begin = async () => {
    stop();
    try {
      const wanted = { facingMode: facing, width: { ideal: 2560 }, height: { ideal: 1920 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    } catch {
      say(form.dataset.refused);
      finder.hidden = true;
      fallback.hidden = false;
      return;
    }
    video.srcObject = stream;
    finder.hidden = false;
    start.hidden = true;
    fallback.hidden = true;
    say("");
    show(false);
  };

  /** The middle of the live picture in the shape of the view, upright and not mirrored. */
  const take = () => {
    const { videoWidth: wide, videoHeight: high } = video;
    if (!wide) return;
    const shape = 3 / 4;
    const w = Math.min(wide, high * shape);
    const h = w / shape;
    const scale = Math.min(1, LONGEST / h);
    canvas.width = Math.round(w * scale);
    canvas.height = Math.round(h * scale);
    canvas.getContext("2d").drawImage(video, (wide - w) / 2, (high - h) / 2, w, h, 0, 0, canvas.width, canvas.height);
    show(true);
  };

  const next = () => {
    const from = shots.indexOf(chosen());
    const order = [...shots.slice(from + 1), ...shots.slice(0, from + 1)];
    const open = order.find((shot) => !shot.closest("label").classList.contains("done") && shot !== shots[from]);
    if (open) {
      open.checked = true;
      open.closest("label").scrollIntoView({ block: "nearest", inline: "center" });
    }
    show(false);
    return Boolean(open);
  };

  const keep = async () => {
    const picture = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    const body = new FormData(form);
    body.set("picture", picture, "picture.jpg");
    tools.keep.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", headers: { "X-Camera": "1" } });
      if (!answer.ok) throw new Error(String(answer.status));
      chosen()?.closest("label").classList.add("done");
      say("");
      if (!next()) say(form.dataset.finished);
    } catch {
      say(form.dataset.unsent);
    }
    tools.keep.disabled = false;
  };

  tools.start.addEventListener("click", begin);
  tools.take.addEventListener("click", take);
  tools.keep.addEventListener("click", keep);
  tools.again.addEventListener("click", () => show(false));
  tools.skip.addEventListener("click", next);
  tools.grid.addEventListener("click", () => {
    tools.grid.setAttribute("aria-pressed", String(view.classList.toggle("gridded")));
  });
  tools.turn.addEventListener("click", () => { facing = facing === "user" ? "environment" : "user"; begin(); });
  strength.addEventListener("input", placeGhost);
  shots.forEach((shot) => shot.addEventListener("change", () => show(false)));
  addEventListener("pagehide", stop);
  start.hidden = false;
}

if (navigator.mediaDevices?.getUserMedia) document.querySelectorAll("form[data-camera]").forEach(open);
