// What a phone in one hand can hold: how high the pages are on which somebody plans, looks after their skin and rolls.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { look, press, start, stop, window } from './house.mjs';
import { answersAll, beginsToday, score } from './person.mjs';

const PHONE = { width: 360, height: 780 };
// The bar with the tabs lies over the foot of the screen.
const BAR = 61;

const height = (page) => page.evaluate(() => document.querySelector('main').getBoundingClientRect().bottom + scrollY);
const edges = async (control) => {
  const { y, height: high } = await control.boundingBox();
  return { top: y + await control.evaluate(() => scrollY), bottom: y + high + await control.evaluate(() => scrollY) };
};
const screens = (pixels) => (pixels / PHONE.height).toFixed(2);

for (const dark of [false, true]) {
  test(`the plan is at most three screens high with its folds closed, ${dark ? 'dark' : 'light'}`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size: PHONE, dark });
    await answersAll(ana);
    assert.equal(await ana.locator('a[href$="/photos/new"]').count(), 1, 'the verdict leads to the first photo, once');
    await look(ana, 'limits-verdict');
    await ana.goto(`${house.origin}/plan`);
    assert.equal(await ana.locator('main a[href$="/photos/new"]').count(), 1, 'so does the plan');
    const before = await height(ana);
    await look(ana, 'limits-plan-before');
    await beginsToday(ana, house.origin);
    await ana.goto(`${house.origin}/plan`);
    const begun = await height(ana);
    await look(ana, 'limits-plan');
    t.diagnostic(`before it begins ${before} px (${screens(before)} screens), begun ${begun} px (${screens(begun)})`);
    assert.ok(begun <= 3 * PHONE.height, `${begun} px`);
    assert.ok(before <= 3 * PHONE.height, `${before} px before it begins`);
  });
}

test('today is at most two screens high, and the check-in in reach of a thumb', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { size: PHONE });
  await answersAll(ana);
  await beginsToday(ana, house.origin);
  await ana.goto(`${house.origin}/session/new`);
  await press(ana.locator('main form .primary').last());
  await ana.goto(`${house.origin}/today`);
  const fresh = await height(ana);
  const button = await edges(ana.getByRole('button', { name: 'Nothing to see or feel' }));
  await look(ana, 'limits-today');
  await score(ana, 'redness', 2);
  for (const none of await ana.locator('.scale input[value="0"]:not([name=redness])').all()) await none.check();
  await press(ana.locator('form[action$="/today/checkin"] .primary'));
  const after = await height(ana);
  const again = await edges(ana.locator('#check-in summary').first());
  await look(ana, 'limits-today-checked-in');
  t.diagnostic(`${fresh} px (${screens(fresh)} screens), after a check-in ${after} (${screens(after)}); the check-in at ${button.top} and ${again.top}`);
  assert.ok(fresh <= 2 * PHONE.height && after <= 2 * PHONE.height, `${fresh} and ${after} px`);
  for (const { bottom } of [button, again]) assert.ok(bottom <= PHONE.height - BAR, `the check-in ends at ${bottom}`);
});

test('with a device in the hand the zone, its words and Done fit on one screen', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { size: PHONE });
  await answersAll(ana);
  await beginsToday(ana, house.origin);
  await ana.goto(`${house.origin}/session`);
  await press(ana.locator('main .primary').first());
  await press(ana.getByRole('button', { name: 'Nothing has changed' }));
  await ana.goto(ana.url().replace('prepare', 'roll'));
  await look(ana, 'limits-roll');
  const words = await ana.locator('.zone-words').innerText();
  assert.match(words, /press/i, 'how hard');
  assert.match(words, /pink|red/i, 'what it should look like');
  const done = await edges(ana.getByRole('button', { name: 'Done' }));
  const title = await edges(ana.locator('h1'));
  t.diagnostic(`the zone at ${title.top}, Done ends at ${done.bottom} of ${PHONE.height - BAR}`);
  assert.ok(title.top >= 0 && done.bottom <= PHONE.height - BAR, `Done ends at ${done.bottom}`);
});

test('on paper the plan and today take few sheets, with everything that opens opened', async (t) => {
  const house = await start('demo');
  t.after(() => stop(house));
  const ana = await window(house);
  for (const [path, most] of [['/plan', 6], ['/today', 5]]) {
    await ana.goto(house.origin + path);
    const pdf = (await ana.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page[^s]/g).length;
    t.diagnostic(`${path}: ${pages} pages`);
    assert.ok(pages <= most, `${path}: ${pages} pages`);
  }
});
