// By keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { look, start, stop, window } from './house.mjs';

test('the first questions are answered without a mouse', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  await ana.keyboard.press('Tab');
  assert.match(await ana.evaluate(() => document.activeElement.className), /skip/, 'the first stop leads past the navigation');
  await ana.locator('main').focus();
  for (const name of ['goals', 'areas']) {
    await tabsTo(ana, `input[name=${name}]`, 12);
    await ana.keyboard.press('Space');
  }
  await ana.keyboard.press('Enter');
  await ana.waitForURL(/about/);
  const ring = await ana.evaluate(() => {
    document.querySelector('main input').focus();
    return getComputedStyle(document.activeElement).outlineStyle;
  });
  assert.notEqual(ring, 'none', 'what has the focus is seen');
});

test('a checklist is answered without a mouse, and Enter never means none of these', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  await ana.goto(`${house.origin}/screening/retinoid`);
  await ana.locator('main').focus();
  await tabsTo(ana, '.applies input[name=retinoid]', 40);
  await ana.keyboard.press('Space');
  await ana.keyboard.press('Tab');
  assert.ok(await ana.evaluate(() => document.activeElement.matches('summary')), '“Not sure?” stands beside it');
  await tabsTo(ana, '#line-retinoid .opened input[type=radio]', 3);
  await ana.keyboard.press('Enter');
  await ana.waitForLoadState();
  assert.match(await ana.locator('main').innerText(), /choose one/i, 'the tick is asked about, not passed over');
  assert.ok(await ana.locator('.applies input[name=retinoid]').isChecked());
  await look(ana, 'screening-checklist-open');
});

async function tabsTo(page, what, most) {
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement.matches(selector), what)) return;
  }
  assert.fail(`${what} is not reached in ${most} stops`);
}
