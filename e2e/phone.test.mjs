// A phone is let in: by a square and an address that it can reach, once the home network was opened; and what it finds there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, look, press, start, stop, window } from './house.mjs';

const WORDS = 'seven quiet mornings by the sea';

async function security(house, options) {
  const ana = await window(house, options);
  await ana.goto(`${house.origin}/more/security`);
  return ana;
}

async function setPassphrase(ana) {
  await ana.locator('input[name=new]').fill(WORDS);
  await ana.locator('input[name=again]').fill(WORDS);
  await press(ana.locator('form[action$="/security/passphrase"] .primary'));
}

test('while only this machine is answered no phone is promised anything', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await security(house);
  assert.equal(await ana.locator('[name=open]').count(), 0, 'a passphrase comes first');
  await press(ana.locator('form[action$="/let-in"] button'));
  assert.equal(await ana.locator('svg.qr').count(), 0);
  await look(ana, 'let-in-here');
});

test('a phone comes in by an address that it can reach, until the network is closed', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await security(house, { size: DESK });
  await setPassphrase(ana);
  await press(ana.locator('[name=open]'));
  if (await ana.locator('.problem-page').count()) return t.skip('this machine is in no home network');
  await press(ana.locator('form[action$="/let-in"] button'));
  await look(ana, 'let-in-phone');
  const address = await ana.locator('#entry-address').innerText();
  assert.notEqual(new URL(address).hostname, '127.0.0.1');
  const phone = await window({ ...house, origin: new URL(address).origin }, { size: PHONE, enter: false });
  await phone.goto(address);
  await look(phone, 'on-the-phone');
  await press(ana.locator('[name=close]'));
  await assert.rejects(phone.goto(new URL(address).origin, { timeout: 5000 }), 'nobody answers there');
});

test('an address is copied by a button', async (t) => {
  const house = await start();
  t.after(() => stop(house));
  const ana = await security(house, { dark: true });
  await ana.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(ana.locator('form[action$="/let-in"] button'));
  await ana.locator('[data-copy]').click();
  await ana.locator('.copied [role=status]', { hasText: /./ }).waitFor();
  const copied = await ana.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await ana.locator('#entry-address').innerText());
  await look(ana, 'copied');
});

test('what was taken along is brought in on another machine', async (t) => {
  const [from, to] = [await start('demo'), await start()];
  t.after(async () => { await stop(from); await stop(to); });
  const ana = await window(from);
  await ana.goto(`${from.origin}/more/erase`);
  const coming = ana.waitForEvent('download');
  await ana.locator('form[action$="/more/export"] button').click();
  const file = await (await coming).path();
  const there = await window(to, { begin: false });
  await there.goto(`${to.origin}/bring-in`);
  await look(there, 'bring-in');
  await there.locator('input[type=file]').setInputFiles({ name: 'ana.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await press(there.locator('main form .primary'));
  await look(there, 'bring-in-refused');
  await there.locator('input[type=file]').setInputFiles(file);
  await press(there.locator('main form .primary'));
  assert.match(there.url(), /\/today$/);
  await look(there, 'brought-in');
});

test('the days of the demonstration go by', async (t) => {
  const house = await start('demo');
  t.after(() => stop(house));
  const ana = await window(house);
  await ana.goto(`${house.origin}/today`);
  const before = await ana.locator('main h1').innerText();
  await press(ana.locator('form[action$="/demo/next-day"] button'));
  assert.notEqual(await ana.locator('main h1').innerText(), before);
  await press(ana.locator('form[action$="/demo/first-day"] button'));
  await look(ana, 'day-0');
});

test('with text twice as large nothing leaves its card on a phone, and the tabs keep apart', async (t) => {
  const house = await start('demo');
  t.after(() => stop(house));
  const ana = await window(house);
  for (const path of ['/today', '/plan', '/log', '/more', '/more/wishes', '/more/security', '/more/data', '/photos', '/bring-in']) {
    await ana.goto(house.origin + path);
    await ana.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    const wrong = await ana.evaluate(() => {
      const box = (element) => element.getBoundingClientRect();
      const seen = (element) => element.checkVisibility() && box(element).width > 1;
      const tabs = [...document.querySelectorAll('.tabs a span')].filter(seen).map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      });
      const touching = tabs.some((tab, n) => n > 0 && tabs[n - 1].right + 1 > tab.left && tabs[n - 1].bottom > tab.top && tabs[n - 1].top < tab.bottom);
      const leaving = [...document.querySelectorAll('.card *, .menu *')].filter(seen).filter((element) => {
        const card = element.closest('.card, .menu');
        return !element.closest('.hidden, svg, [class*=scroll]') && box(element).right > box(card).right + 1;
      });
      return [touching ? 'tabs touch' : '', ...leaving.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))].filter(Boolean);
    });
    assert.deepEqual(wrong, [], path);
    ana.complaints.length = 0;
    await look(ana, `large-${path.slice(1).replaceAll('/', '-')}`);
  }
});
