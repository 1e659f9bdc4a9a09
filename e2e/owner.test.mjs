// Journey 8: take everything along, subscribe to the dates, print the sheet, erase.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { look, press, start, stop, window } from './house.mjs';

const FEEDS = join(import.meta.dirname, '..', 'feeds');

test('everything is exported as one zip', async (t) => {
  const house = await start('demo');
  t.after(() => stop(house));
  const ana = await window(house);
  await ana.goto(`${house.origin}/more/data`);
  const coming = ana.waitForEvent('download');
  await ana.locator('form[action$="/more/export"] button').click();
  const file = await (await coming).path();
  const bytes = readFileSync(file);
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  const listed = execFileSync('python3', ['-m', 'zipfile', '-l', file]).toString();
  assert.match(listed, /needlewise\.json/);
  assert.match(listed, /photos\/.*\.jpg/);
});

test('the dates can be subscribed to, and the address taken back', async (t) => {
  const house = await start('demo');
  t.after(() => stop(house));
  const ana = await window(house);
  await ana.goto(`${house.origin}/more/feed`);
  await press(ana.locator('form[action$="/more/feed"] button').first());
  await look(ana, 'feed-opened');
  const address = (await ana.locator('main').innerHTML()).match(/https?:\/\/[^"<\s]*\/feed\/[^"<\s]*/)[0];
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  const text = await answer.text();
  assert.match(text, /BEGIN:VTIMEZONE/);
  assert.doesNotMatch(text, /needl|roller|skin/i, 'nothing about skin in a neutral feed');
  const again = await fetch(address, { headers: { 'if-none-match': answer.headers.get('etag') } });
  assert.equal(again.status, 304);
  writeFileSync(join(FEEDS, 'feed.ics'), text);
  await press(ana.locator('form[action$="/more/feed/close"] button').first());
  assert.equal((await fetch(address)).status, 404);
});

test('the aftercare sheet is a document that can be read aloud and printed', async (t) => {
  const house = await start('demo');
  t.after(() => stop(house));
  const ana = await window(house);
  const cookies = (await ana.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${house.origin}/more/aftercare.pdf`, { headers: { cookie: cookies } });
  const folder = mkdtempSync(join(FEEDS, 'sheet-'));
  const file = join(folder, 'aftercare.pdf');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  assert.match(text, /Retinoid/);
  assert.match(text, /Pus/i);
  assert.match(text, /needlewise \d+\.\d+\.\d+/i, 'it says which protocol');
});

test('who is erased is gone, and somebody can start again', async (t) => {
  const house = await start('demo');
  t.after(() => stop(house));
  const ana = await window(house);
  await ana.goto(`${house.origin}/more/erase`);
  await look(ana, 'erase');
  const word = await ana.locator('main form input[type=text]').first();
  const asked = (await ana.locator('main').innerText()).match(/[“"]([^”"]+)[”"]/);
  await word.fill(asked ? asked[1] : 'erase');
  await press(ana.locator('main form button').last());
  await look(ana, 'farewell');
  await ana.goto(house.origin);
  assert.equal(await ana.locator('main form[action$="/people"] .primary').count(), 1);
});
