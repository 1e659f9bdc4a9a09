// The camera: a live picture under an outline, a grid and the first photograph; what to mind while taking it; a list of
// views to take. What is taken is sent with the form's own fields to the form's own address. Without this file, or
// where the camera may not be used, a picture is chosen as a file.
// Where next: frames.js takes pictures from the stream, pixels.js judges light and sharpness, level.js how the phone is
// held, lock.js holds the exposure, checks.js shows it. They are loaded from the addresses that the page gives, since
// those change with what is in them.

const QUALITY = 0.92;
const SIZE = { width: { ideal: 4096 }, height: { ideal: 3072 } };
/** Milliseconds between looks at the live picture, and of how many the sharpest is remembered. */
const LOOK = 250;
const RECENT = 12;
/** Milliseconds until a camera has found its exposure. */
const SETTLED = 1000;
/** What the page's camera is called in the record. A value, not words: it is compared, so it stays as it is. */
const NAME = "Browser camera:";
const LABEL = 60;

class Camera {
  constructor(form, { frames, pixels, level, lock, checks }) {
    Object.assign(this, { form, frames, pixels, level, lock });
    const part = (selector) => form.querySelector(selector);
    this.finder = part(".finder");
    this.view = part(".view");
    this.video = part("video");
    this.canvas = part("canvas");
    this.ghost = part(".ghost");
    this.horizon = part(".horizon");
    this.strength = part("[data-strength]");
    this.says = part(".camera-says");
    this.shots = [...form.querySelectorAll("[name=shot]")];
    this.tools = Object.fromEntries([...form.querySelectorAll("[data-do]")].map((tool) => [tool.dataset.do, tool]));
    this.takes = Number(form.dataset.takes);
    this.checks = new checks.Checks(form, part("[data-heard]"), this.word("ready"));
    this.looked = frames.small(pixels.WIDTH, pixels.HEIGHT);
    this.stream = null;
    this.facing = null;
    this.begun = 0;
    this.recent = [];
    this.first = null;
    this.busy = false;
    this.listen();
  }

  listen() {
    const on = (name, act) => this.tools[name].addEventListener("click", act);
    on("start", () => {
      // Both questions belong to this press; waiting for one would lose the other.
      this.level.ask();
      this.begin("burst");
    });
    on("stop", () => this.close());
    on("take", () => this.take());
    on("keep", () => this.keep());
    on("again", () => this.live("take"));
    on("skip", () => this.next());
    on("next", () => this.next());
    on("light", () => this.settle());
    on("turn", () => { this.chosen = this.facing === "user" ? "environment" : "user"; this.begin(); });
    on("grid", () => this.tools.grid.setAttribute("aria-pressed", String(this.view.classList.toggle("gridded"))));
    this.strength.addEventListener("input", () => this.placeGhost());
    this.ghost.addEventListener("load", () => this.lookAtFirst());
    for (const shot of this.shots) shot.addEventListener("change", () => this.changed());
    addEventListener("pagehide", () => { if (this.stream) this.close(); });
    setInterval(() => this.look(), LOOK);
    this.tools.start.parentElement.hidden = false;
  }

  word(id) { return this.form.querySelector(`[data-say="${id}"]`)?.textContent ?? ""; }
  say(id) { this.says.textContent = this.word(id); }
  shot() { return this.shots.find((shot) => shot.checked); }
  taken(shot = this.shot()) { return Number(shot.dataset.taken); }

  /** From which side a lamp is to graze the skin, if it is; and whether the place is taken from near by. */
  get raking() { return this.shot().value.match(/^raking-(left|right)$/)?.[1]; }
  get near() { return this.shot().value === "close" || Boolean(this.raking); }

  /** The camera that the first photo was taken with; else the one at the back for a close-up, the one in front for a face. */
  wanted() {
    if (this.chosen) return this.chosen;
    const shot = this.shot();
    const before = ["user", "environment"].find((facing) => shot.dataset.camera?.startsWith(`${NAME} ${facing}`));
    return before ?? (this.near ? "environment" : "user");
  }

  /** Opens the camera; a later call has the last word. Says a word once the picture is there. */
  async begin(word) {
    this.stop();
    this.facing = this.wanted();
    const { begun } = this;
    const stream = await this.opened();
    if (begun !== this.begun) {
      stream?.getTracks().forEach((track) => track.stop());
      return;
    }
    if (!stream) {
      this.leave(false);
      this.say("refused");
      return;
    }
    this.stream = stream;
    [this.track] = stream.getVideoTracks();
    this.video.srcObject = stream;
    this.deaf = this.level.listen((lean) => this.held(lean));
    this.enter();
    if (word) this.say(word);
    this.settle();
  }
  async opened() {
    try {
      const video = { facingMode: this.facing, ...SIZE };
      const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
      const devices = await navigator.mediaDevices.enumerateDevices();
      this.several = devices.filter(({ kind }) => kind === "videoinput").length > 1;
      return stream;
    } catch {
      return null;
    }
  }

  stop() {
    this.begun += 1;
    this.stream?.getTracks().forEach((track) => track.stop());
    this.deaf?.();
    clearTimeout(this.settling);
    Object.assign(this, { stream: null, deaf: null, lean: null });
  }

  /** The page around the camera makes room for it. */
  enter() {
    this.form.classList.add("on");
    for (const part of [this.finder, this.tools.stop.parentElement]) part.hidden = false;
    for (const part of [this.tools.start.parentElement, this.form.querySelector(".fallback")]) part.hidden = true;
    this.live("take");
  }

  leave(again) {
    this.form.classList.remove("on");
    for (const part of [this.finder, this.tools.stop.parentElement]) part.hidden = true;
    this.tools.start.parentElement.hidden = !again;
    this.form.querySelector(".fallback").hidden = again;
  }

  close() {
    this.stop();
    this.leave(true);
    this.says.textContent = "";
    this.tools.start.focus();
  }

  /** The live picture, or the one just taken; the focus follows to what is done next. */
  show(isTaken, focus) {
    this.canvas.hidden = !isTaken;
    for (const name of ["take", "grid", "stop"]) this.tools[name].hidden = isTaken;
    for (const name of ["keep", "again"]) this.tools[name].hidden = !isTaken;
    this.tools.skip.hidden = isTaken || this.taken() > 0;
    this.tools.next.hidden = isTaken || this.taken() === 0;
    this.tools.turn.hidden = isTaken || !this.several;
    this.view.classList.toggle("close", this.near);
    this.placeGhost();
    if (focus && this.form.classList.contains("on")) this.tools[focus].focus({ preventScroll: true });
  }
  live(focus) {
    this.recent = [];
    this.show(false, focus);
    this.shot().closest("label").scrollIntoView({ block: "nearest", inline: "center" });
  }

  placeGhost() {
    const { ghost: address } = this.shot().dataset;
    if (!address) {
      this.first = null;
    } else if (this.ghost.getAttribute("src") !== address) {
      this.first = null;
      this.ghost.src = address;
    } else if (!this.first && this.ghost.complete) {
      this.lookAtFirst();
    }
    this.ghost.hidden = !address || !this.canvas.hidden;
    this.strength.hidden = this.ghost.hidden;
    this.ghost.style.opacity = String(this.strength.querySelector("input").value / 100);
  }

  /** Light and sharpness of the first photo, once, drawn as small as the live picture is. */
  lookAtFirst() {
    const { naturalWidth: wide, naturalHeight: high } = this.ghost;
    if (wide) this.first = this.read(this.ghost, wide, high);
  }
  read(source, wide, high) {
    this.frames.paint(this.looked, source, wide, high);
    const picture = this.looked.getImageData(0, 0, this.pixels.WIDTH, this.pixels.HEIGHT);
    return { light: this.pixels.light(picture), sharp: this.pixels.sharpness(picture) };
  }

  /** One look at the live picture; what is the case goes to the checks. */
  look() {
    const { videoWidth: wide, videoHeight: high } = this.video;
    if (!this.stream || !wide || !this.canvas.hidden || this.busy || document.hidden) return;
    const now = this.read(this.video, wide, high);
    this.judge(now, (name, state) => this.checks.see(name, state));
    this.recent = [...this.recent, now.sharp].slice(-RECENT);
    const upright = !this.near;
    this.checks.see("level", this.lean ? this.level.judge(this.lean, upright) : null);
    const before = this.shot().dataset.camera;
    this.checks.show("camera", before && before !== this.name() ? "other" : null);
    this.checks.hear();
  }
  judge(now, tell) {
    const { raking } = this;
    const { judgeLight, judgeRaking } = this.pixels;
    tell("light", raking ? judgeRaking(now.light, this.first?.light, raking) : judgeLight(now.light, this.first?.light));
    tell("sharp", this.pixels.judgeSharp(now.sharp, this.recent, this.first?.sharp));
  }

  /** The line over the picture lies as the horizon does. */
  held(lean) {
    this.lean = lean;
    this.horizon.hidden = lean.flat;
    this.horizon.style.rotate = `${lean.turn}deg`;
  }

  /** Lets the camera find its exposure, then holds it; a later call has the last word. */
  async settle() {
    clearTimeout(this.settling);
    const { track } = this;
    this.checks.show("lock", "settling");
    await this.lock.release(track, SIZE);
    if (track !== this.track) return;
    this.settling = setTimeout(async () => {
      const what = await this.lock.hold(track, SIZE);
      if (track !== this.track) return;
      this.checks.show("lock", what);
      this.tools.light.hidden = what === "none";
    }, SETTLED);
  }

  async take() {
    if (this.busy || !this.video.videoWidth) return;
    const shot = this.shot();
    this.busy = true;
    this.tools.take.disabled = true;
    this.say("hold");
    await this.frames.burst(this.video, this.canvas, this.pixels.sharpness);
    this.busy = false;
    this.tools.take.disabled = false;
    this.says.textContent = "";
    if (!this.stream || this.shot() !== shot) return;
    // What was taken is judged, not what was seen before it.
    this.judge(this.read(this.canvas, this.canvas.width, this.canvas.height), (name, state) => this.checks.show(name, state));
    this.show(true, "keep");
  }

  /** Which camera this is, the same at every visit of the same device. */
  name() {
    const { facingMode } = this.track.getSettings();
    return [NAME, facingMode, this.track.label.slice(0, LABEL)].filter(Boolean).join(" ");
  }

  async keep() {
    const shot = this.shot();
    const camera = this.name();
    this.tools.keep.disabled = true;
    this.tools.again.disabled = true;
    this.say("sending");
    try {
      const picture = await this.send(camera);
      this.count(shot, picture, camera);
    } catch (error) {
      this.says.textContent = error.told ?? this.word("unsent");
    }
    this.tools.keep.disabled = false;
    this.tools.again.disabled = false;
  }

  async send(camera) {
    const body = new FormData(this.form);
    const picture = await new Promise((done) => { this.canvas.toBlob(done, "image/jpeg", QUALITY); });
    body.set("picture", picture, "picture.jpg");
    body.set("camera", camera);
    const headers = { Accept: "application/json" };
    const answer = await fetch(this.form.action, { method: "POST", body, credentials: "same-origin", headers });
    if (answer.ok) return (await answer.json()).picture;
    // Why it was refused, in the words of the answer, if it has some.
    const { what, why, next } = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(String(answer.status)), { told: what && [what, why, next].join(" ") });
  }

  /**
   * One more of this view. Three are asked for, with the phone put down in between: frames of one burst are taken from the
   * same place, and how much redness seems to change with the place is most of the noise. The first is enough to go on.
   */
  count(shot, picture, camera) {
    const taken = this.taken(shot) + 1;
    shot.dataset.taken = String(taken);
    if (!shot.dataset.ghost) Object.assign(shot.dataset, { ghost: picture, camera });
    const label = shot.closest("label");
    label.classList.add("done");
    for (const word of label.querySelectorAll("[data-n]")) word.hidden = Number(word.dataset.n) !== Math.min(taken, this.takes);
    if (taken < this.takes) {
      this.say(`take-${taken}`);
      this.live("take");
    } else {
      this.next("take-all");
    }
  }

  /** The next view of which there is none yet; without one all is done. */
  next(word = "burst") {
    const from = this.shots.indexOf(this.shot());
    const order = [...this.shots.slice(from + 1), ...this.shots.slice(0, from)];
    const open = order.find((shot) => this.taken(shot) === 0);
    if (!open) {
      this.close();
      this.say("finished");
      const link = this.form.querySelector("[data-finish]");
      link.hidden = false;
      link.querySelector("a").focus();
      return;
    }
    open.checked = true;
    this.say(word);
    this.changed("take");
  }

  /** Another view: its own first photo, perhaps another camera, and light measured anew. */
  changed(focus) {
    if (!this.stream) return;
    this.live(focus === "take" ? "take" : undefined);
    if (this.several && this.wanted() !== this.facing) this.begin();
    else this.settle();
  }
}

async function open(form) {
  const names = ["frames", "pixels", "level", "lock", "checks"];
  const loaded = await Promise.all(names.map((name) => import(form.dataset[name])));
  return new Camera(form, Object.fromEntries(names.map((name, place) => [name, loaded[place]])));
}

if (navigator.mediaDevices?.getUserMedia) document.querySelectorAll("form[data-camera]").forEach(open);
