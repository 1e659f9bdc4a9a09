// Journeys 2 to 4: the session day, healing, and the window of the next session.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, look, press, start, stop, window } from './house.mjs';
import { answersAll, beginsToday, chooseAnswer, score, tickLine, tickSign, unfold } from './person.mjs';

async function planned(house, how) {
  const ana = await window(house, how);
  await answersAll(ana);
  await beginsToday(ana, house.origin);
  return ana;
}
const words = (page) => page.locator('main').innerText();

for (const [size, dark] of [[PHONE, false], [DESK, true]]) {
  test(`a session is prepared, rolled and recorded at ${size.width} px`, async (t) => {
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
  });

  test(`a session is followed up at ${size.width} px`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await planned(house, { size, dark });
    await ana.goto(`${house.origin}/session/new`);
    await press(ana.locator('main form .primary').last());
    await ana.goto(`${house.origin}/today`);
    assert.match(await words(ana), /Day 0/);
    await look(ana, 'today-day-0');

    assert.equal(await ana.locator('form[action$="/today/checkin"] :checked').count(), 0, 'nothing is chosen beforehand');
    await score(ana, 'redness', 3);
    await press(ana.locator('form[action$="/today/checkin"] .primary'));
    assert.match(await words(ana), /as expected/i);
    assert.match(await words(ana), /not answered: swelling/i);
    await look(ana, 'today-checked-in');
    await unfold(ana, 'Check in again');
    await press(ana.getByRole('button', { name: 'Nothing to see or feel' }));
    assert.doesNotMatch(await words(ana), /not answered: /i);

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
  await tickSign(ana, 'breathless');
  await press(ana.locator('form[action$="/today/checkin"] .primary'));
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
  await tickLine(ana, 'pregnancy');
  await chooseAnswer(ana, 'pregnancy', 'pregnant');
  await look(ana, 'session-again-changed');
  await press(ana.getByRole('button', { name: 'Save changes' }));
  assert.doesNotMatch(ana.url(), /prepare/);
  assert.match(await words(ana), /not now|needle at home/i);
  await look(ana, 'session-not-now');
});

test('Enter in the check-in saves it as it stands and never says that there is nothing', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await planned(house);
  await ana.goto(`${house.origin}/session/new`);
  await press(ana.locator('main form .primary').last());
  await ana.goto(`${house.origin}/today`);
  await score(ana, 'redness', 0);
  await press(ana.locator('input[name=redness][value="0"]'), { key: 'Enter' });
  assert.match(await words(ana), /not answered: swelling/i);
});

test('a warning sign stays until somebody has looked, and what they said can be changed', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await planned(house);
  await ana.goto(`${house.origin}/session/new`);
  await press(ana.locator('main form .primary').last());
  await ana.goto(`${house.origin}/today`);
  await tickSign(ana, 'pus');
  await press(ana.locator('form[action$="/today/checkin"] .primary'));
  await look(ana, 'today-pus');
  await ana.getByText('Somebody has looked at it').click();
  await ana.locator('form[action$="/clearance"] input[value=wait]').check();
  await look(ana, 'today-pus-form');
  await ana.locator('form[action$="/clearance"] input[value=yes]').check();
  await ana.locator('form[action$="/clearance"] input[name=by]').fill('my GP');
  await press(ana.locator('form[action$="/clearance"] .primary'));
  assert.doesNotMatch(await words(ana), /has someone looked/i);
  await ana.goto(`${house.origin}/log`);
  await press(ana.getByText('My GP said yes'));
  await look(ana, 'clearance');
  await press(ana.getByRole('button', { name: 'Take it back' }));
  await ana.goto(`${house.origin}/today`);
  assert.match(await words(ana), /has someone looked/i);
});
