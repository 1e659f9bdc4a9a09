// Journey 5: did it work? Eyes first with the order hidden, then what was measured with its error, over time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, look, press, start, stop, title, window } from './house.mjs';

// In the demo a place is followed already, but for the pages it makes no difference whose it is.
async function region(page, house) {
  await page.goto(`${house.origin}/results`);
  const link = page.locator('main a[href*="/region/"]:not([href*="/region/new"])').first();
  return `${house.origin}${await link.getAttribute('href')}`;
}

for (const [size, dark, scripts] of [[PHONE, false, true], [DESK, true, false]]) {
  test(`eyes first, then numbers, at ${size.width} px ${scripts ? 'with' : 'without'} scripts`, async (t) => {
    const house = await start('demo');
    t.after(() => stop(house));
    const ana = await window(house, { size, dark, scripts });
    await ana.goto(`${house.origin}/photos/compare?view=front`);
    assert.equal(await title(ana), 'On which do you see the scars less?', 'asked by the first goal');
    const hidden = await ana.locator('main').innerText();
    assert.doesNotMatch(hidden, /20\d\d|session \d|redder|less red/i, 'nothing tells which is which');
    if (scripts) await look(ana, 'hidden');
    await press(ana.getByRole('button', { name: /^B / }));
    assert.equal(await title(ana), 'Compare');
    assert.match(await ana.locator('main').innerText(), /You found the (earlier|later) photo better, without knowing/);
    if (scripts) await look(ana, 'told');
    // Asked once: the second time dates are known.
    await ana.goto(`${house.origin}/photos/compare?view=front`);
    assert.equal(await title(ana), 'Compare');
  });
}

test('what can and what can’t be said stands in one sentence, with its error', async (t) => {
  const house = await start('demo');
  t.after(() => stop(house));
  const ana = await window(house);
  const place = await region(ana, house);
  await ana.goto(place);
  // The demo still takes photographs in the background, so that a photo day may have to be measured once more.
  const measure = ana.getByRole('button', { name: /^Measure/ });
  for (let n = 0; n < 20 && await measure.count(); n += 1) {
    await press(measure.first(), { within: 60_000 });
    await ana.waitForTimeout(500);
    await ana.goto(place);
  }
  const said = await ana.locator('main strong').first().innerText();
  assert.match(said, /noise/i);
  assert.match(said, /can.t (say|be seen)/i);
  assert.doesNotMatch(said, /better|worse|improved|healed|%/i);
  assert.match(await ana.locator('main').innerText(), /photo can.t say why redness changed/i);
  await look(ana, 'followed');
});
