// Journey 1: from the first question to a dated plan, without help.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, end, look, press, start, startAgain, stop, title, window } from './house.mjs';
import { answersAll, choose, goOn } from './person.mjs';

for (const [size, dark] of [[PHONE, false], [DESK, true]]) {
  test(`a stranger gets to a dated plan at ${size.width} px`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size, dark });
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
  await goOn(ana);
  await end(house);
  await startAgain(house);
  ana = await window(house);
  assert.match(ana.url(), /areas/, 'the next question is open');
  await answersAll(ana, {
    about: async () => {
      await ana.locator('input[name=born]').evaluate((input) => { input.type = 'text'; input.value = '1990-02-31'; } );
      await choose(ana, 'Type III');
      await ana.locator('input[name=sensitive][value=no]').check();
      await goOn(ana);
      assert.match(await ana.locator('main').innerText(), /February 1990 has 28 days/);
      await look(ana, 'screening-wrong-date');
      assert.equal(await ana.locator('input[name=born]').inputValue(), '1990-02-31', 'what was typed is kept');
      await ana.locator('input[name=born]').fill('1990-02-21');
    },
  });
  assert.match(await ana.locator('main').innerText(), /go ahead/i);
});

test('oral retinoid in the last months means waiting, with the date and who says so', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  const day = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  await answersAll(ana, {
    retinoid: async () => {
      await ana.locator('input[name=retinoid][value=stopped]').check();
      await ana.locator('input[name=retinoid-date]').fill(day);
      await ana.locator('input[name=retinoid-detail][value=oral]').check();
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
