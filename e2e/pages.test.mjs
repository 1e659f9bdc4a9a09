// Every page of somebody in week 7, in both widths, light and dark: seen, and nothing to complain about.
import { after, before, test } from 'node:test';
import { PAGES } from './addresses.mjs';
import { DESK, PHONE, look, start, stop, window } from './house.mjs';

const name = (path) => path.slice(1).replaceAll(/[/?=]/g, '-');

let house;
before(async () => { house = await start('demo'); });
after(() => stop(house));

for (const [size, dark] of [[PHONE, false], [DESK, false], [PHONE, true], [DESK, true]]) {
  test(`all pages at ${size.width} px, ${dark ? 'dark' : 'light'}`, async (t) => {
    const ana = await window(house, { size, dark, again: true });
    for (const path of PAGES) {
      await t.test(path, async () => {
        ana.complaints.length = 0;
        await ana.goto(house.origin + path);
        // The page that is not there says so with its status, which the browser reports as an error.
        if (path === '/nowhere') ana.complaints.length = 0;
        await look(ana, name(path));
      });
    }
    await ana.context().close();
  });
}

test('zoomed to 200 percent nothing is cut off', async () => {
  const ana = await window(house, { size: { width: 640, height: 400 }, again: true });
  for (const path of ['/today', '/plan', '/screening/skin', '/photos/new']) {
    await ana.goto(house.origin + path);
    await ana.evaluate(() => { document.documentElement.style.fontSize = '200%'; }).catch(() => {});
    await look(ana, `zoom-${name(path)}`);
  }
});
