// How much it asks of a healthy person, and every kind of line with everything that a tick opens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, look, press, start, stop, title, window } from './house.mjs';
import { answers, answersAll, choose, chooseAnswer, daysAgo, goOn, noneOfThese, tickLine, writeDay } from './person.mjs';

const TAPS = 20;
const WORDS = 900;

// The words that are seen on the page, up to the end of `last` if it is there.
const wordsSeen = (page, last) => page.evaluate((selector) => {
  const end = selector && document.querySelector(selector);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walk.nextNode()) {
    const { parentElement: holder, data } = walk.currentNode;
    const box = holder.getBoundingClientRect();
    const seen = holder.checkVisibility({ contentVisibilityAuto: true }) && box.width > 1 && box.height > 1 && box.bottom > 0;
    const after = end && !end.contains(holder) && end.compareDocumentPosition(holder) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (seen && !after) count += data.match(/[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu)?.length ?? 0;
  }
  return count;
}, last);

test('a healthy person gets to a verdict in few taps and few words', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await window(house);
  const pages = [];
  let taps = 0;
  const tap = async (control) => { taps += 1; await control.click(); };
  const on = async (control) => { taps += 1; await press(control); };
  const next = () => on(ana.locator('main form .primary').first());
  // A field that is written into is tapped once.
  const write = async (name, text) => { taps += 1; await ana.locator(`input[name=${name}]`).fill(text); };
  const steps = {
    goals: async () => {
      await tap(ana.getByLabel(answers.goals));
      await tap(ana.getByLabel(answers.areas));
      await next();
    },
    about: async () => {
      for (const [place, part] of ['day', 'month', 'year'].entries()) await write(`born-${part}`, String(answers.born[place]));
      await tap(ana.getByLabel(answers.skin));
      await tap(ana.locator('label', { has: ana.locator('input[name=sensitive][value=no]') }));
      await next();
    },
    device: async () => {
      await tap(ana.locator('label', { has: ana.locator('input[name=kind][value=roller]') }));
      await write('length_mm', '0.25');
      await next();
    },
  };
  for (let n = 0; n < 20 && !ana.url().includes('/verdict'); n += 1) {
    const step = new URL(ana.url()).pathname.split('/').pop();
    pages.push([step, await wordsSeen(ana)]);
    await (steps[step] ?? (() => on(ana.getByRole('button', { name: 'None of these' }))))();
  }
  assert.match(await title(ana), /go ahead/i);
  pages.push(['verdict', await wordsSeen(ana, '.banner.verdict')]);
  const words = pages.reduce((sum, [, count]) => sum + count, 0);
  t.diagnostic(`${taps} taps; ${words} words: ${pages.map(([step, count]) => `${step} ${count}`).join(', ')}`);
  assert.ok(pages.every(([, count]) => count > 10), 'the words of every page are counted');
  assert.ok(taps <= TAPS, `${taps} taps`);
  assert.ok(words <= WORDS, `${words} words`);
});

for (const [size, dark, scripts] of [[PHONE, false, true], [DESK, true, true], [PHONE, true, false], [DESK, false, false]]) {
  test(`a tick of every kind at ${size.width} px ${scripts ? 'with' : 'without'} scripts`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size, dark, scripts });
    const see = async (name) => { if (scripts) await look(ana, name); };
    await answersAll(ana, {
      infection: async () => {
        await see('screening-checklist');
        await press(ana.locator('.none-or-on .primary'));
        assert.match(await ana.locator('main').innerText(), /nothing is ticked/i);
        await see('screening-nothing');
        await tickLine(ana, 'infection');
        await tickLine(ana, 'sunburn');
        await tickLine(ana, 'skin_condition');
        await noneOfThese(ana);
        assert.match(await ana.locator('main').innerText(), /which is it/i);
        assert.ok(await ana.locator('.applies input[name=infection]').isChecked(), 'what was ticked is kept');
        // Without scripts the page tells the same that a picture with them shows.
        await see('screening-none-but');
        await chooseAnswer(ana, 'skin_condition', 'elsewhere');
        await writeDay(ana, 'sunburn-on', daysAgo(-3));
        await goOn(ana);
        assert.match(await ana.locator('#sunburn-on-problem').innerText(), /still to come/);
        assert.ok(await ana.locator('#line-skin_condition input[value=elsewhere]').isChecked());
        await see('screening-impossible');
        await writeDay(ana, 'sunburn-on', daysAgo(3));
      },
      retinoid: async () => {
        await tickLine(ana, 'retinoid');
        await chooseAnswer(ana, 'retinoid', 'stopped');
        await writeDay(ana, 'retinoid-on', daysAgo(40));
        await chooseAnswer(ana, 'retinoid', 'oral');
        await see('screening-dated');
      },
      weak_immunity: async () => {
        await ana.locator('#line-weak_immunity summary').click();
        await see('screening-not-sure');
        await ana.locator('#line-weak_immunity input[value=unknown]').check();
      },
      last_needling: async () => {
        await tickLine(ana, 'last_needling');
        await writeDay(ana, 'last_needling-on', daysAgo(90));
        await chooseAnswer(ana, 'last_needling', 'yes');
        await tickLine(ana, 'filler');
        await writeDay(ana, 'filler-on', daysAgo(400));
        await ana.locator('input[name=last_needling-mm]').fill('0.5');
        await tickLine(ana, 'radiotherapy');
        await chooseAnswer(ana, 'radiotherapy', 'ended');
        await ana.locator('input[name=radiotherapy-undated]').check();
        await see('screening-undated');
      },
      using: () => choose(ana, 'Vitamin C'),
    });
    assert.match(await title(ana), /needle at home/i);
    await see('verdict-many');
    // Back: what was said is there, and what is taken off is off.
    await ana.goto(`${house.origin}/screening/infection`);
    assert.ok(await ana.locator('.applies input[name=infection]').isChecked());
    assert.equal(await ana.locator('input[name=sunburn-on-day]').inputValue(), String(daysAgo(3)[0]));
    await ana.locator('.applies input[name=skin_condition]').uncheck();
    await goOn(ana);
    if (!scripts) {
      // Without scripts the choice under the line is still there: it is asked about, and can be put right.
      assert.match(await ana.locator('#skin_condition-problem').innerText(), /did not tick/);
      await chooseAnswer(ana, 'skin_condition', 'none');
      await goOn(ana);
    }
    assert.match(ana.url(), /verdict/);
    await ana.goto(`${house.origin}/screening/answers`);
    const said = await ana.locator('main').innerText();
    assert.doesNotMatch(said, /elsewhere on my body/);
    await see('screening-answers');
  });
}
