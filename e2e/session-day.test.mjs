// Journeys 2 to 4: the session day, healing, and the window of the next session.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, look, press, start, stop, window } from './house.mjs';
import { answersAll, beginsToday } from './person.mjs';

async function planned(house, how) {
  const ana = await window(house, how);
  await answersAll(ana);
  await beginsToday(ana, house.origin);
  return ana;
}
const words = (page) => page.locator('main').innerText();

for (const [size, dark] of [[PHONE, false], [DESK, true]]) {
  test(`a session is prepared, rolled, recorded and followed up at ${size.width} px`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await planned(house, { size, dark });
    await ana.goto(`${house.origin}/session`);
    await press(ana.locator('main .primary').first());
    await look(ana, 'session-again');
    await press(ana.getByRole('button', { name: 'Nothing has changed' }));
    assert.match(ana.url(), /prepare/);
    await look(ana, 'session-prepare');
    await ana.goto(ana.url().replace('prepare', 'roll'));
    await look(ana, 'session-roll');
    await ana.goto(ana.url().replace('roll', 'record'));
    await look(ana, 'session-record');
    await press(ana.locator('main form .primary').last());
    await ana.goto(`${house.origin}/today`);
    assert.match(await words(ana), /Day 0/);
    await look(ana, 'today-day-0');

    await ana.locator('input[name=redness]').evaluate((slider) => { slider.value = 3; slider.dispatchEvent(new Event('input', { bubbles: true })); });
    await press(ana.locator('form[action="/today/checkin"] .primary'));
    assert.match(await words(ana), /as expected/i);
    await look(ana, 'today-checked-in');

    await ana.goto(`${house.origin}/session`);
    assert.match(await words(ana), /rest|not before|too soon|locked|tomorrow/i, 'the next session waits');
    await look(ana, 'session-locked');
  });
}

test('a warning sign is answered at the top of the page, whatever the scores', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await planned(house);
  await ana.goto(`${house.origin}/session/new`);
  await press(ana.locator('main form .primary').last());
  await ana.goto(`${house.origin}/today`);
  await ana.locator('input[type=checkbox][value=breathless]').check();
  await press(ana.locator('form[action="/today/checkin"] .primary'));
  assert.match(await words(ana), /emergency/i);
  await look(ana, 'today-emergency');
  const first = await ana.locator('main').evaluate((main) => main.innerText.slice(0, 300));
  assert.match(first, /emergency/i, 'it is the first thing on the page');
});

test('somebody who got pregnant is not led to a session', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await planned(house);
  await ana.goto(`${house.origin}/session/begin`);
  await ana.locator('summary').first().click();
  await ana.locator('input[name=pregnancy][value=pregnant]').check();
  await press(ana.getByRole('button', { name: 'Save changes' }));
  assert.doesNotMatch(ana.url(), /prepare/);
  assert.match(await words(ana), /not now|not for you/i);
  await look(ana, 'session-not-now');
});
