// Journey 1: from the first question to a dated plan, without help.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, end, look, press, start, startAgain, stop, title, window } from './house.mjs';
import { answersAll, choose, chooseAnswer, daysAgo, goOn, tickLine, writeDay } from './person.mjs';

for (const [size, dark] of [[PHONE, false], [DESK, true]]) {
  test(`a stranger gets to a dated plan at ${size.width} px`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size, dark, begin: false });
    await look(ana, 'start');
    await goOn(ana);
    await look(ana, 'screening-first');
    await answersAll(ana);
    assert.match(await ana.locator('main').innerText(), /go ahead/i);
    await look(ana, 'verdict');
    await press(ana.getByRole('link', { name: /plan/i }).first());
    await look(ana, 'plan-before');
    await goOn(ana);
    await ana.goto(`${house.origin}/plan`);
    await look(ana, 'plan');
    assert.match(await ana.locator('main').innerText(), /not before|today/i);
    await ana.goto(`${house.origin}/today`);
    await look(ana, 'today-before');
  });
}

test('what is answered survives a restart, and an impossible date is asked for again', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  let ana = await window(house);
  await choose(ana, 'Acne scars');
  await choose(ana, 'Cheeks');
  await goOn(ana);
  await end(house);
  await startAgain(house);
  ana = await window(house);
  assert.match(ana.url(), /about/, 'the next question is open');
  await answersAll(ana, {
    about: async () => {
      await writeDay(ana, 'born', [31, 2, 1990]);
      await choose(ana, 'Type III');
      await ana.locator('input[name=sensitive][value=no]').check();
      await goOn(ana);
      assert.match(await ana.locator('main').innerText(), /February 1990 has 28 days/);
      await look(ana, 'screening-wrong-date');
      assert.equal(await ana.locator('input[name=born-day]').inputValue(), '31', 'what was typed is kept');
      await ana.locator('input[name=born-day]').fill('21');
    },
  });
  assert.match(await ana.locator('main').innerText(), /go ahead/i);
});

test('oral retinoid in the last months means waiting, with the date and who says so', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  await answersAll(ana, {
    retinoid: async () => {
      await tickLine(ana, 'retinoid');
      await chooseAnswer(ana, 'retinoid', 'stopped');
      await writeDay(ana, 'retinoid-on', daysAgo(60));
      await chooseAnswer(ana, 'retinoid', 'oral');
      await look(ana, 'screening-dated');
    },
  });
  assert.match(await ana.locator('main').innerText(), /wait until/i);
  await ana.getByText('Who says so, and who disagrees').first().click();
  await look(ana, 'verdict-wait');
  await ana.goto(`${house.origin}/plan`);
  assert.match(await ana.locator('main').innerText(), /wait|not now/i);
});

test('all of it works without scripts', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { scripts: false });
  await answersAll(ana);
  assert.match(await ana.locator('main').innerText(), /go ahead/i);
  assert.notEqual(await title(ana), '');
});
