// Photos as iPhones store them (HEIC): a browser that can open one makes a JPEG of it before it is sent, with the moment it was
// taken and nothing else of what the file says. What can't be opened is sent as it is, and the answer says what to do.
// Where next: exif.js finds the moment and writes it; the form is in `photos/taking.rs`.

const QUALITY = 0.95;
const BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

const text = (bytes) => String.fromCharCode(...bytes);

/** Told by its first bytes; what a phone calls a file is not asked. */
export function isHeic(bytes) {
  return text(bytes.slice(4, 8)) === "ftyp" && BRANDS.includes(text(bytes.slice(8, 12)));
}

/** The same picture as JPEG; the file itself if this browser can't open it. */
async function converted(file, exif) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isHeic(bytes)) return file;
  try {
    const picture = await createImageBitmap(file);
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
    canvas.getContext("2d").drawImage(picture, 0, 0);
    const jpeg = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", QUALITY); });
    const whole = exif.dated(new Uint8Array(await jpeg.arrayBuffer()), exif.moment(bytes));
    return new File([whole], file.name.replace(/\.hei[cf]$/i, ".jpg"), { type: "image/jpeg" });
  } catch {
    return file;
  }
}

/** Puts what was chosen in the place of itself; the form waits for that. */
class Chosen {
  constructor(form, exif) {
    this.input = form.querySelector("input[type=file]");
    this.exif = exif;
    this.waiting = null;
    this.input.addEventListener("change", () => this.begin());
    form.addEventListener("submit", (event) => this.submit(event, form));
  }

  begin() {
    const waiting = this.convert([...this.input.files]).finally(() => {
      if (this.waiting === waiting) this.waiting = null;
    });
    this.waiting = waiting;
  }

  async convert(chosen) {
    const all = new DataTransfer();
    // One after the other: each takes the memory of a picture.
    for (const file of chosen) all.items.add(await converted(file, this.exif));
    // Others may have been chosen meanwhile.
    const stands = chosen.length === this.input.files.length && chosen.every((file, place) => this.input.files[place] === file);
    if (stands) this.input.files = all.files;
  }

  async submit(event, form) {
    if (!this.waiting) return;
    event.preventDefault();
    while (this.waiting) await this.waiting;
    form.requestSubmit(event.submitter);
  }
}

async function listen(form) {
  new Chosen(form, await import(form.dataset.heic));
}

document.querySelectorAll("form[data-heic]").forEach(listen);
