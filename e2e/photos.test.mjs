// Journey 5 and the camera: photographs in, side by side, from a file and from the camera.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, look, press, start, stop, window } from './house.mjs';
import { answersAll } from './person.mjs';

// A picture that a browser made, as a file.
const picture = (page, shade) => page.evaluate((shade) => new Promise((done) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 800 });
  const paint = canvas.getContext('2d');
  paint.fillStyle = shade; paint.fillRect(0, 0, 640, 800);
  paint.fillStyle = '#a33'; paint.fillRect(200, 300, 150, 120);
  canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/jpeg', 0.9);
}), shade);

// A block of EXIF that says when a picture was taken, and nothing else.
function exif(moment) {
  const words = (...all) => all.flatMap((word) => [word >> 8, word & 255]);
  const block = [...words(0x4D4D, 42, 0, 8), ...words(1, 0x8769, 4, 0, 1, 0, 26, 0, 0), ...words(1, 0x9003, 2, 0, 20, 0, 44, 0, 0)];
  return Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(block), Buffer.from(`${moment}\0`)]);
}
function dated(jpeg, moment) {
  const block = exif(moment);
  return Buffer.concat([Buffer.from([0xFF, 0xD8, 0xFF, 0xE1, 0, block.length + 2]), block, jpeg.subarray(2)]);
}

async function uploads(page, house, shade, moment) {
  const bytes = dated(Buffer.from(await picture(page, shade)), moment);
  await page.goto(`${house.origin}/photos/new`);
  await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await press(page.getByRole('button', { name: /keep/i }).first());
  await page.goto(`${house.origin}/photos`);
}

for (const [size, dark] of [[PHONE, false], [DESK, true]]) {
  test(`two photographs are kept and compared at ${size.width} px`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size, dark });
    await answersAll(ana);
    await ana.goto(`${house.origin}/photos`);
    await look(ana, 'photos-none');
    await uploads(ana, house, '#dca', '2026:10:03 09:00:00');
    await uploads(ana, house, '#dcb', '2026:11:03 09:00:00');
    assert.equal(await ana.locator('main img').count(), 2);
    await look(ana, 'photos-two');
    for (const how of ['side', 'slider', 'flicker']) {
      await ana.goto(`${house.origin}/photos/compare?how=${how}`);
      await look(ana, `compare-${how}`);
    }
  });
}

// Turns the camera on with the phone held so, and waits for the first look at the live picture.
async function turnsOn(page, house, { beta, gamma }) {
  await page.context().grantPermissions(['camera', 'accelerometer', 'gyroscope', 'magnetometer']);
  const tools = await page.context().newCDPSession(page);
  await tools.send('DeviceOrientation.setDeviceOrientationOverride', { alpha: 0, beta, gamma });
  await page.goto(`${house.origin}/photos/new`);
  await page.getByRole('button', { name: 'Turn the camera on' }).click();
  await page.waitForFunction(() => document.querySelector('video')?.videoWidth > 0);
  await page.locator('[data-check=light]').waitFor();
}
const check = (page, name) => page.locator(`[data-check=${name}]`).innerText();

async function takes(page) {
  await page.getByRole('button', { name: 'Take photo' }).click();
  const sent = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  assert.equal((await sent).status(), 201, 'the picture was taken in');
  // The answer is there before the page has read it; the page is done once it no longer offers to keep the picture.
  await page.getByRole('button', { name: 'Keep', exact: true }).waitFor({ state: 'hidden' });
}

for (const [size, dark] of [[PHONE, false], [PHONE, true], [DESK, false]]) {
  test(`the camera asks for three of a view and fits on the screen at ${size.width} px${dark ? ', dark' : ''}`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size, dark });
    await answersAll(ana);
    await turnsOn(ana, house, { beta: 88, gamma: 20 });
    assert.ok(await ana.locator('.fallback').isHidden(), 'with the camera on there is no second way beside it');
    assert.equal(await check(ana, 'level'), 'Level');
    assert.match(await check(ana, 'light'), /\S/);
    await look(ana, 'camera');
    for (const name of ['Take photo', 'Skip']) {
      const box = await ana.getByRole('button', { name, exact: true }).boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= size.height, `${name} is on the screen`);
    }
    await takes(ana);
    await ana.locator('.camera-says').filter({ hasText: /^1 of 3\. Put the phone down/ }).waitFor();
    assert.match(await ana.locator('.shots .done').innerText(), /Front\s+1 of 3/);
    assert.ok(await ana.locator('img.ghost').isVisible(), 'the first lies over the second');
    await takes(ana);
    assert.match(await ana.locator('.shots .done').innerText(), /Front\s+2 of 3/);
    await look(ana, 'camera-two');
    await ana.getByRole('button', { name: 'Next view' }).click();
    assert.equal(await ana.locator('.shots :checked').inputValue(), 'left', 'two are enough to go on');
    await ana.reload();
    assert.match(await ana.locator('.shots .done').innerText(), /Front\s+2 of 3/);
    assert.match(await ana.locator('.shots [value=front]').getAttribute('data-camera'), /^Browser camera: .+/, 'what took it is kept');
    await ana.goto(`${house.origin}/photos`);
    assert.equal(await ana.locator('main img').count(), 2);
  });
}

test('after the third of a view comes the next, and after the last all is done', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  await answersAll(ana);
  await turnsOn(ana, house, { beta: 89, gamma: 0 });
  for (let n = 0; n < 3; n += 1) await takes(ana);
  assert.equal(await ana.locator('.shots :checked').inputValue(), 'left');
  for (let n = 0; n < 2; n += 1) await ana.getByRole('button', { name: 'Skip', exact: true }).click();
  for (let n = 0; n < 3; n += 1) await takes(ana);
  // Texture is what they hope for, so light from either side is asked for too.
  assert.equal(await ana.locator('.shots :checked').inputValue(), 'raking-left');
  for (let n = 0; n < 2; n += 1) await ana.getByRole('button', { name: 'Skip', exact: true }).click();
  assert.equal(await ana.locator('.shots :checked').inputValue(), 'left', 'what was left out is asked for again');
  for (const view of ['left', 'right', 'raking-left', 'raking-right']) {
    assert.equal(await ana.locator('.shots :checked').inputValue(), view);
    await takes(ana);
    await ana.getByRole('button', { name: 'Next view' }).click();
  }
  assert.equal(await ana.locator('.camera-says').innerText(), 'All done for today.');
  assert.ok(await ana.locator('video').isHidden());
  await look(ana, 'camera-done');
  await press(ana.getByRole('link', { name: 'Show my photos' }));
  assert.equal(await ana.locator('main img').count(), 10);
});

test('a phone that is not level is told so, and whoever listens hears it once it lasts', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  await answersAll(ana);
  await turnsOn(ana, house, { beta: 80, gamma: 89 });
  await ana.getByText('Turn a little left').first().waitFor();
  assert.equal(await ana.locator('[data-heard]').innerText(), '', 'not at once');
  await ana.waitForFunction(() => /Turn a little left/.test(document.querySelector('[data-heard]').textContent));
  await ana.getByRole('button', { name: 'Turn the camera off' }).click();
  assert.ok(await ana.getByRole('button', { name: 'Turn the camera on' }).isVisible());
});

test('what is no photograph is refused in words', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { scripts: false });
  await answersAll(ana);
  await ana.goto(`${house.origin}/photos/new`);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  await ana.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: svg });
  await press(ana.getByRole('button', { name: /keep/i }).first());
  assert.match(await ana.locator('main').innerText(), /JPEG|picture/);
});

// The beginning of a file as iPhones store photos, with the moment it was taken; no browser opens the rest.
const heic = (moment) => Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), exif(moment)]);

async function choosesFiles(page, house, files) {
  await page.goto(`${house.origin}/photos/new`);
  await page.getByText('Photos you already have').click();
  await page.locator('#pictures').setInputFiles(files);
  await press(page.getByRole('button', { name: 'Keep these' }));
}
const chosen = (name, buffer) => ({ name, mimeType: 'image/heic', buffer });

test('a photo as iPhones store it is made a JPEG by a browser that can open it, with its day', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { size: PHONE });
  // No browser here opens such a file, so this one is given what another would make of it.
  await ana.addInitScript(() => {
    globalThis.createImageBitmap = async (file) => {
      globalThis.opened = file.name;
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 800 });
      canvas.getContext('2d').fillRect(100, 100, 300, 300);
      return canvas;
    };
  });
  await answersAll(ana);
  await choosesFiles(ana, house, [chosen('IMG_1.HEIC', heic('2026:10:03 09:00:00'))]);
  await ana.goto(`${house.origin}/photos`);
  assert.equal(await ana.locator('main img').count(), 1);
  await ana.getByRole('heading', { name: /3 Oct/ }).waitFor();
});

test('a photo as iPhones store it that the browser can not open is refused with what to do', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { size: PHONE });
  await answersAll(ana);
  await choosesFiles(ana, house, [chosen('IMG_1.HEIC', heic('2026:10:03 09:00:00'))]);
  await ana.getByText(/IMG_1\.HEIC: This is a HEIC photo\./).waitFor();
  await look(ana, 'photos-heic');
});

test('of a photo without a day it is asked when it was taken', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { size: PHONE });
  await answersAll(ana);
  await choosesFiles(ana, house, [{ ...chosen('a.jpg', Buffer.from(await picture(ana, '#dca'))), mimeType: 'image/jpeg' }]);
  await ana.getByText(/does not say when the photo was taken/).waitFor();
  await look(ana, 'photo-undated');
  await press(ana.getByRole('button', { name: 'Just now' }));
  assert.equal(await ana.getByText(/does not say when/).count(), 0);
});
