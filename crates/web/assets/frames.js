// Pictures from the live camera: the middle of a frame in the shape of the view, and the sharpest of a burst.
// Where next: camera.js shows and sends them, pixels.js says what sharp is.

const SHAPE = 3 / 4;
const LONGEST = 3000;
/** Pictures in one press, and milliseconds between them: longer than the jolt of the finger that pressed. */
const BURST = 3;
const BETWEEN = 250;
/** Side of the part in which the sharpest of a burst is found, in pixels of the photo. */
const PART = 640;

const wait = (time) => new Promise((done) => { setTimeout(done, time); });

/** The largest part in the shape of the view, from the middle: left, top, width, height. */
export function middle(wide, high) {
  const w = Math.min(wide, high * SHAPE);
  const h = w / SHAPE;
  return [(wide - w) / 2, (high - h) / 2, w, h];
}

/** A canvas that is read again and again. */
export function small(width, height) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  return canvas.getContext("2d", { willReadFrequently: true });
}

/** Draws the middle of a picture of that size, upright and not mirrored. */
export function paint(context, source, wide, high) {
  context.imageSmoothingQuality = "high";
  context.drawImage(source, ...middle(wide, high), 0, 0, context.canvas.width, context.canvas.height);
}

const spare = document.createElement("canvas");
const part = small(PART, PART);

function frame(video, sharpness) {
  const { videoWidth: wide, videoHeight: high } = video;
  const [, , w, h] = middle(wide, high);
  const scale = Math.min(1, LONGEST / h);
  Object.assign(spare, { width: Math.round(w * scale), height: Math.round(h * scale) });
  paint(spare.getContext("2d"), video, wide, high);
  const side = Math.min(PART, spare.width, spare.height);
  part.drawImage(spare, (spare.width - side) / 2, (spare.height - side) / 2, side, side, 0, 0, PART, PART);
  return sharpness(part.getImageData(0, 0, PART, PART));
}

/**
 * Three frames in a row, of which the sharpest is drawn on the canvas. Always frames of the stream, never the still picture
 * that some browsers can take from the same camera: that one is sharpened and toned by another path, and photos that
 * are to be compared must not mix both.
 */
export async function burst(video, canvas, sharpness) {
  let best = -1;
  for (let n = 0; n < BURST; n += 1) {
    if (n > 0) await wait(BETWEEN);
    const sharp = video.videoWidth ? frame(video, sharpness) : -1;
    if (sharp <= best) continue;
    best = sharp;
    Object.assign(canvas, { width: spare.width, height: spare.height });
    canvas.getContext("2d").drawImage(spare, 0, 0);
  }
}
