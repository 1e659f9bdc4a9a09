// What a small picture of the live camera shows: how light falls on it, and how sharp it is. Numbers in, names of
// what is the case out; the page has the words. No camera and no page in here, so that it is tested by itself.
// Where next: camera.js, which draws the small picture and shows what comes out.

/** The small picture: small enough for four times a second, large enough that a shaking hand is seen in it. */
export const WIDTH = 360;
export const HEIGHT = 480;

/** Sides of a rectangle in shares of the picture: where the skin is, without hair and background. */
const MIDDLE = { left: 0.25, top: 0.2, right: 0.75, bottom: 0.8 };
/** From here on of 255 a colour is as good as cut off; a small picture has averaged a bright point with its neighbours. */
const CUT = 250;
/** Share of the middle that may be cut off before colour can't be trusted there. */
const MOST_CUT = 0.01;
/** Half a stop: light that differs by more moves noise and tone curve, which no correction gives back. */
const STOPS = 0.5;
/** How much the two sides may differ, in stops: from the first photo, and without one. */
const SIDES = 0.4;
const SIDES_ALONE = 0.6;
/** Mean light from black (0) to white (1) without a first photo; wide, since skin itself is dark or light. */
const DARK = 0.03;
const BRIGHT = 0.7;
/** Less than this share of the sharpest of the last seconds: it is shaking. Less than this of the first photo: soft. */
const SHAKING = 0.6;
const SOFT = 0.4;

/** Light of a stored value: sRGB undone. */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

const stops = (now, then) => Math.log2((now + 1e-4) / (then + 1e-4));

function bounds({ width, height }, part) {
  return {
    left: Math.floor(width * part.left), right: Math.ceil(width * part.right),
    top: Math.floor(height * part.top), bottom: Math.ceil(height * part.bottom),
  };
}

/**
 * Light in the middle of a picture: its mean (0 to 1), how much brighter the left half is than the right (in stops), and
 * the share that is cut off. Every second pixel of every second row is enough.
 */
export function light(picture) {
  const { left, right, top, bottom } = bounds(picture, MIDDLE);
  const half = (left + right) / 2;
  const sums = [0, 0];
  const counts = [0, 0];
  let cut = 0;
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const at = 4 * (y * picture.width + x);
      const [r, g, b] = [picture.data[at], picture.data[at + 1], picture.data[at + 2]];
      const side = x < half ? 0 : 1;
      sums[side] += 0.2126 * LINEAR[r] + 0.7152 * LINEAR[g] + 0.0722 * LINEAR[b];
      counts[side] += 1;
      if (r >= CUT || g >= CUT || b >= CUT) cut += 1;
    }
  }
  const all = counts[0] + counts[1];
  return {
    mean: (sums[0] + sums[1]) / all,
    lean: stops(sums[0] / counts[0], sums[1] / counts[1]),
    cut: cut / all,
  };
}

/** How many stops brighter the side with the lamp is, at least, where light grazes the skin. */
const RAKING = 0.5;

/** What to say of light that is to come from one side, `left` or `right`. The first photo was taken in such light too. */
export function judgeRaking(now, first, from) {
  if (now.cut > MOST_CUT) return "shine";
  const lean = from === "left" ? now.lean : -now.lean;
  if (lean < -RAKING) return "other-side";
  if (lean < RAKING) return "flat";
  const change = first ? stops(now.mean, first.mean) : 0;
  if (change < -STOPS) return "raking-darker";
  if (change > STOPS) return "raking-brighter";
  return "raking";
}

/** What to say of the light, beside that of the first photo where there is one: what spoils most comes first. */
export function judgeLight(now, first) {
  if (now.cut > MOST_CUT) return "shine";
  const change = first ? stops(now.mean, first.mean) : 0;
  if (first ? change < -STOPS : now.mean < DARK) return first ? "darker" : "dark";
  if (first ? change > STOPS : now.mean > BRIGHT) return first ? "brighter" : "bright";
  const lean = now.lean - (first?.lean ?? 0);
  if (Math.abs(lean) > (first ? SIDES : SIDES_ALONE)) return lean > 0 ? "right" : "left";
  return first ? "same" : "even";
}

/**
 * Sharpness of a part: the variance of the Laplacian of its brightness over the square of its mean, so that more light
 * alone makes nothing sharper. Only comparable between pictures of the same thing at the same size.
 */
export function sharpness(picture, part = MIDDLE) {
  const { left, right, top, bottom } = bounds(picture, part);
  const wide = right - left;
  const high = bottom - top;
  const grey = new Float64Array(wide * high);
  let sum = 0;
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const at = 4 * ((top + y) * picture.width + left + x);
      const value = 0.299 * picture.data[at] + 0.587 * picture.data[at + 1] + 0.114 * picture.data[at + 2];
      grey[y * wide + x] = value;
      sum += value;
    }
  }
  const mean = sum / grey.length;
  return variance(grey, wide, high) / (mean * mean + 1);
}

function variance(grey, wide, high) {
  let [sum, squares, count] = [0, 0, 0];
  for (let y = 1; y < high - 1; y += 1) {
    for (let at = y * wide + 1; at < (y + 1) * wide - 1; at += 1) {
      const edge = 4 * grey[at] - grey[at - 1] - grey[at + 1] - grey[at - wide] - grey[at + wide];
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  const mean = sum / count;
  return squares / count - mean * mean;
}

/**
 * What to say of the sharpness. Without a first photo nobody knows how sharp this skin could be: then it is only known
 * that the picture is as sharp as the last seconds were.
 */
export function judgeSharp(now, recent, first) {
  if (now < SHAKING * Math.max(now, ...recent)) return "shaking";
  if (!first) return "steady";
  return now < SOFT * first ? "softer" : "sharp";
}
