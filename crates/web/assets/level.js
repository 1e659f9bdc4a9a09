// How the phone is held, from its sense of gravity. How it was held for the first photo is not known, so level is what
// gravity says. Where there is no sensor, or it may not be used, nothing is said.
// Where next: camera.js shows it.

/** Degrees by which the phone may be turned, and tipped. */
const TURNED = 3;
const TIPPED = 6;
/** Lying flatter than this share of gravity, left and right mean nothing. */
const FLAT = 0.85;

const rad = (degrees) => (degrees * Math.PI) / 180;
const deg = (radians) => (radians * 180) / Math.PI;

/**
 * From the angles of the sensor and of the screen: `turn`, how far up is from the screen's top (degrees, positive to its
 * right), `tip`, how far the screen faces up, and whether the phone lies flat.
 */
export function lean({ beta, gamma }, screenAngle = 0) {
  // Where up is, in the phone's own directions: right, top, out of the screen.
  const right = -Math.cos(rad(beta)) * Math.sin(rad(gamma));
  const top = Math.sin(rad(beta));
  const out = Math.cos(rad(beta)) * Math.cos(rad(gamma));
  const turn = deg(Math.atan2(right, top)) - screenAngle;
  return {
    turn: ((turn + 540) % 360) - 180,
    tip: deg(Math.asin(Math.max(-1, Math.min(1, out)))),
    flat: Math.abs(out) > FLAT,
  };
}

/** What to do. A face is taken upright; a close-up of an arm may be taken from above. */
export function judge({ turn, tip, flat }, upright) {
  if (upright && Math.abs(tip) > TIPPED) return tip > 0 ? "towards" : "away";
  if (flat) return null;
  if (Math.abs(turn) > TURNED) return turn > 0 ? "right" : "left";
  return "level";
}

/** Asks where that is needed (on iPhones, and only while a button is being pressed). */
export function ask() {
  return globalThis.DeviceOrientationEvent?.requestPermission?.().catch(() => "denied");
}

/** Tells how the phone is held, until the function that is given back is called. */
export function listen(tell) {
  const heard = (event) => {
    if (event.beta === null || event.gamma === null) return;
    tell(lean(event, globalThis.screen?.orientation?.angle ?? 0));
  };
  addEventListener("deviceorientation", heard);
  return () => removeEventListener("deviceorientation", heard);
}
