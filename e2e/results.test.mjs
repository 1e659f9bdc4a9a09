// Journey 5: somebody scores themselves before and after, and sees the change in words and on a chart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, look, press, start, stop, title, window } from './house.mjs';
import { answersAll } from './person.mjs';

const DAY = 86_400_000;
// A day so many days ago, as a date field has it.
const ago = (days) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
const words = (page) => page.locator('main').innerText();
const opens = (page, path) => page.goto(`${page.house.origin}${path}`);

// Enters a score on a day, by choosing a number or by writing one.
async function scores(page, scale, value, day) {
  await opens(page, `/results/scale/${scale}`);
  const field = page.locator('[name=value]').first();
  const kind = await field.getAttribute('type');
  if (kind === 'radio') await page.locator(`.segments label:has([name=value][value="${value}"])`).click();
  else await field.fill(String(value));
  await page.locator('input[name=on]').fill(day);
  await press(page.locator('#enter .primary'));
}

// A session that was done some time ago, written down afterwards.
async function needled(page, days) {
  await opens(page, '/session/new');
  await page.locator('input[name=at]').fill(`${ago(days)}T19:00`);
  await press(page.locator('main form .primary').last());
  await page.waitForURL(/\/session\/(?!new)/);
}

for (const [size, dark, scripts] of [[PHONE, false, true], [DESK, true, true], [PHONE, false, false]]) {
  const how = `${size.width} px${scripts ? '' : ', without scripts'}`;
  test(`a score before and one after, at ${how}`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size, dark, scripts });
    await answersAll(ana);
    await opens(ana, '/results');
    assert.equal(await title(ana), 'Did it work?');
    assert.match(await words(ana), /Nothing to judge yet/);
    if (scripts) await look(ana, 'results-none');

    await press(ana.getByRole('link', { name: 'Score yourself now' }).first());
    if (scripts) await look(ana, 'results-first');
    await scores(ana, 'self', 7, ago(62));
    assert.match(await words(ana), /With a second score/);

    await needled(ana, 10);
    await opens(ana, '/results');
    assert.match(await words(ana), /Too early to judge until/);
    await needled(ana, 60);
    await opens(ana, '/results');
    assert.match(await words(ana), /a first result may be judged/);

    await scores(ana, 'self', 5, ago(0));
    assert.match(await words(ana), /Saved/);
    assert.match(await words(ana), /7 on .+, 5 on .+\n+Nobody has measured/);
    assert.equal(await ana.locator('svg.dots circle').count(), 2, 'both stand on the chart');
    assert.equal(await ana.locator('svg.dots .marks line').count(), 2, 'and both sessions');
    assert.doesNotMatch(await words(ana), /improved|healed/i);
    if (scripts) await look(ana, 'results-self');

    for (const [value, day] of [[40, 62], [38, 3]]) await scores(ana, 'goodman-baron-quantitative', value, ago(day));
    assert.match(await words(ana), /No change that could be told from chance/);
    assert.equal(await ana.locator('svg.dots .noise').count(), 1);
    await scores(ana, 'goodman-baron-quantitative', 30, ago(0));
    assert.match(await words(ana), /That is 10 apart/);
    if (scripts) await look(ana, 'results-counted');
    await scores(ana, 'goodman-baron', 3, ago(62));
    if (scripts) await look(ana, 'results-grade');

    await opens(ana, '/results');
    if (scripts) await look(ana, 'results');
  });
}

test('a score is taken out and brought back', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house, { scripts: false });
  await answersAll(ana);
  await scores(ana, 'self', 7, ago(1));
  await press(ana.getByRole('button', { name: /Remove the score of/ }));
  assert.match(await words(ana), /Removed: 7/);
  await press(ana.getByRole('button', { name: 'Undo' }));
  assert.equal(await ana.locator('.scores tbody tr').count(), 1);
});

test('a mistake is told beside its field', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  await answersAll(ana);
  await opens(ana, '/results/scale/goodman-baron-quantitative');
  await ana.locator('#enter form').evaluate((form) => { form.noValidate = true; });
  await ana.locator('input[name=value]').fill('85');
  await ana.locator('input[name=on]').fill('1950-01-01');
  await press(ana.locator('#enter .primary'));
  assert.match(await words(ana), /a whole number from 0 to 84/);
  assert.match(await words(ana), /before you were born/);
  assert.equal(await ana.locator('input[name=value]').inputValue(), '85');
  assert.equal(await ana.locator('input[name=on]').inputValue(), '1950-01-01');
  await look(ana, 'results-mistake');
});
