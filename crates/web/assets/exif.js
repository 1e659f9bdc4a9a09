// The moment a picture was taken, out of the EXIF block of one file and into that of another. Bytes in, bytes out; no page in
// here, so that it is tested by itself.

const ORIGINAL = 0x9003;
const DIGITIZED = 0x9004;
const CHANGED = 0x0132;
const PICTURE = 0x8769;
/** "2026:11:23 18:04:05" and the zero behind it. */
const LENGTH = 20;

/** Where a row of bytes stands. */
function find(bytes, wanted) {
  const row = [...wanted].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(row[0]); at >= 0; at = bytes.indexOf(row[0], at + 1)) {
    if (row.every((byte, place) => bytes[at + place] === byte)) return at;
  }
  return -1;
}

/** The moment that a file with an EXIF block says, as EXIF writes it; empty if it says none. */
export function moment(bytes) {
  const at = find(bytes, "Exif\0\0");
  if (at < 0) return "";
  const block = bytes.subarray(at + 6);
  try {
    return read(new DataView(block.buffer, block.byteOffset, block.byteLength));
  } catch {
    // A block that ends too early.
    return "";
  }
}

function read(block) {
  const little = block.getUint16(0) === 0x4949;
  const short = (at) => block.getUint16(at, little);
  const long = (at) => block.getUint32(at, little);
  const entries = (at) => new Map(Array.from({ length: short(at) }, (_, n) => at + 2 + 12 * n).map((entry) => [short(entry), entry]));
  const file = entries(long(4));
  const picture = file.has(PICTURE) ? entries(long(file.get(PICTURE) + 8)) : new Map();
  const entry = picture.get(ORIGINAL) ?? picture.get(DIGITIZED) ?? file.get(CHANGED);
  if (entry === undefined || long(entry + 4) < LENGTH - 1) return "";
  const start = long(entry + 8);
  const said = Array.from({ length: LENGTH - 1 }, (_, place) => String.fromCharCode(block.getUint8(start + place))).join("");
  return /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/.test(said) ? said : "";
}

/** A JPEG that says when it was taken, and nothing else. */
export function dated(jpeg, moment) {
  if (!moment) return jpeg;
  const words = (...all) => all.flatMap((word) => [word >> 8, word & 255]);
  const letters = (all) => [...all].map((letter) => letter.charCodeAt(0));
  const block = [
    ...letters("MM"), ...words(42, 0, 8),
    // One entry: the picture's own directory, and no further one.
    ...words(1, PICTURE, 4, 0, 1, 0, 26, 0, 0),
    // One entry: the moment as text.
    ...words(1, ORIGINAL, 2, 0, LENGTH, 0, 44, 0, 0),
    ...letters(moment), 0,
  ];
  const segment = [...letters("Exif\0\0"), ...block];
  const head = [0xFF, 0xD8, 0xFF, 0xE1, ...words(segment.length + 2), ...segment];
  const whole = new Uint8Array(head.length + jpeg.length - 2);
  whole.set(head);
  whole.set(jpeg.subarray(2), head.length);
  return whole;
}
