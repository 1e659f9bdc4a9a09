// The checks under the live picture: of each, one line of several is shown. They are seen, not heard; whoever listens is
// told only what has been wrong for a while, and when it is put right.
// Where next: camera.js, which knows what is the case.

/** How long something lasts before it is said aloud, and how long nothing more is said after it; milliseconds. */
const LASTING = 3000;
const QUIET = 6000;

export class Checks {
  /** `list` holds an element for each check with a line for each state; `heard` is read aloud; `ready` says all is well. */
  constructor(list, heard, ready) {
    this.checks = new Map([...list.querySelectorAll("[data-check]")].map((check) => [check.dataset.check, { check, state: null, next: null, since: 0 }]));
    this.heard = heard;
    this.ready = ready;
    this.said = "";
    this.saidAt = -QUIET;
  }

  /** Shows a state; without one the check is not there. */
  show(name, state) {
    const one = this.checks.get(name);
    if (one.state === state && one.check.hidden === (state === null)) return;
    Object.assign(one, { state, next: state, since: performance.now() });
    for (const line of one.check.children) line.hidden = line.dataset.is !== state;
    one.check.hidden = state === null;
  }

  /** Shows a state that was seen twice in a row: a single look at a moving picture is a guess. */
  see(name, state) {
    const one = this.checks.get(name);
    if (one.next === state) this.show(name, state);
    one.next = state;
  }

  /** Tells whoever listens, if what is wrong has changed and stayed. */
  hear(now = performance.now()) {
    if (now - this.saidAt < QUIET) return;
    const all = [...this.checks.values()];
    const lasting = all.filter(({ since }) => now - since >= LASTING);
    const wrong = lasting.map(({ check }) => (check.hidden ? null : check.querySelector("[data-wrong]:not([hidden])")));
    const words = wrong.filter(Boolean).map((line) => line.textContent).join(". ");
    // All is well only when nothing has just changed.
    if (!words && lasting.length < all.length) return;
    if (words === this.said) return;
    this.heard.textContent = words || this.ready;
    this.said = words;
    this.saidAt = now;
  }
}
