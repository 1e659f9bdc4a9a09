// Exposure and white balance held still, where the browser offers it, so that three photos of a sitting differ by how the
// phone was held and not by what its camera thought of the light. It is a help: nothing fails because of it.
// The focus stays free: the phone is put down between photos, and one held from before would blur the next.
// Where next: camera.js says when.

/** Each thing that can be held, with the values that it is held at. */
const HELD = {
  exposureMode: ["exposureTime", "iso"],
  whiteBalanceMode: ["colorTemperature"],
};
const offers = (can, mode, way) => Array.isArray(can[mode]) && can[mode].includes(way);

/** The constraint that holds what can be held, as it is now. */
export function held(can, now) {
  const set = {};
  for (const [mode, values] of Object.entries(HELD)) {
    if (!offers(can, mode, "manual")) continue;
    set[mode] = "manual";
    for (const value of values) if (value in can && typeof now[value] === "number") set[value] = now[value];
  }
  // A lamp beside the lens makes skin shine and its own shadows.
  if (can.torch) set.torch = false;
  return set;
}

/** The constraint that lets go. */
export function free(can) {
  const set = {};
  for (const mode of [...Object.keys(HELD), "focusMode"]) {
    if (offers(can, mode, "continuous")) set[mode] = "continuous";
  }
  return set;
}

const can = (track) => track.getCapabilities?.() ?? {};
const now = (track) => track.getSettings?.() ?? {};

/** Asks for one constraint beside those of the picture's size, which would otherwise be forgotten. */
async function apply(track, size, set) {
  if (!Object.keys(set).length) return;
  try {
    await track.applyConstraints({ ...size, advanced: [set] });
  } catch {
    // Offered and refused: what came of it is read from the settings.
  }
}

export const release = (track, size) => apply(track, size, free(can(track)));

/** Holds what can be held; says which of both are. */
export async function hold(track, size) {
  await apply(track, size, held(can(track), now(track)));
  const { exposureMode, whiteBalanceMode } = now(track);
  const [exposure, white] = [exposureMode === "manual", whiteBalanceMode === "manual"];
  if (exposure && white) return "both";
  if (exposure) return "exposure";
  return white ? "white" : "none";
}
