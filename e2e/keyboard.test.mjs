// By keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { start, stop, window } from './house.mjs';

test('the first questions are answered without a mouse', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  await ana.keyboard.press('Tab');
  assert.match(await ana.evaluate(() => document.activeElement.className), /skip/, 'the first stop leads past the navigation');
  for (const next of ['areas', 'about']) {
    await ana.locator('main').focus();
    for (let stops = 0; stops < 8 && !await ana.evaluate(() => document.activeElement.matches('input')); stops += 1) {
      await ana.keyboard.press('Tab');
    }
    await ana.keyboard.press('Space');
    await ana.keyboard.press('Enter');
    await ana.waitForURL(new RegExp(next));
  }
  const ring = await ana.evaluate(() => {
    document.querySelector('main input').focus();
    return getComputedStyle(document.activeElement).outlineStyle;
  });
  assert.notEqual(ring, 'none', 'what has the focus is seen');
});
