// Journey 5 and the camera: photographs in, side by side, from a file and from the camera.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHONE, DESK, look, start, stop, window } from './house.mjs';
import { answersAll } from './person.mjs';

// A picture that a browser made, as a file.
const picture = (page, shade) => page.evaluate((shade) => new Promise((done) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 800 });
  const paint = canvas.getContext('2d');
  paint.fillStyle = shade; paint.fillRect(0, 0, 640, 800);
  paint.fillStyle = '#a33'; paint.fillRect(200, 300, 150, 120);
  canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/jpeg', 0.9);
}), shade);

async function uploads(page, house, shade) {
  const bytes = Buffer.from(await picture(page, shade));
  await page.goto(`${house.origin}/photos/new`);
  await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await page.getByRole('button', { name: /keep/i }).first().click();
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
    await uploads(ana, house, '#dca');
    await uploads(ana, house, '#dcb');
    assert.equal(await ana.locator('main img').count(), 2);
    await look(ana, 'photos-two');
    for (const how of ['side', 'slider', 'flicker']) {
      await ana.goto(`${house.origin}/photos/compare?how=${how}`);
      await look(ana, `compare-${how}`);
    }
  });
}

test('the camera takes a picture, sends it and goes on to the next shot', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  await answersAll(ana);
  await ana.goto(`${house.origin}/photos/new`);
  await ana.getByRole('button', { name: /camera/i }).click();
  await ana.waitForFunction(() => document.querySelector('video')?.videoWidth > 0);
  await look(ana, 'camera');
  const sent = ana.waitForResponse((response) => response.request().method() === 'POST');
  assert.ok(await ana.locator('.fallback').isHidden(), 'with the camera on there is no second way beside it');
  await ana.getByRole('button', { name: 'Take photo' }).click();
  await ana.getByRole('button', { name: 'Keep', exact: true }).click();
  assert.match((await sent).headers().location, /kept=1/, 'the picture was taken in');
  await ana.locator('.shots .done').waitFor();
  await ana.goto(`${house.origin}/photos`);
  assert.ok(await ana.locator('main img').count() >= 1);
});

test('what is no photograph is refused in words', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { scripts: false });
  await answersAll(ana);
  await ana.goto(`${house.origin}/photos/new`);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  await ana.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: svg });
  await ana.getByRole('button', { name: /keep/i }).first().click();
  assert.match(await ana.locator('main').innerText(), /JPEG|picture/);
});
