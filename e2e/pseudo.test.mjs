// The language in which every letter of every text is another one: what is still plain English stands in the code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGES } from './addresses.mjs';
import { look, press, start, stop, window } from './house.mjs';

// Not words of a language: the product, the person's own name and note, units, file kinds and codes.
const NAMES = ['Needlewise', 'needlewise', 'Ana', 'SPF', 'JPEG', 'PNG', 'WebP', 'PDF', 'CSV', 'UTC', 'Etc', 'VII', 'III',
  'HEIC', 'backup', 'FILE', 'XA', 'QR', 'IANA'];

test('in the pseudo-language no English is left, and the pages still fit', async (t) => {
  const house = await start('demo', ['--pseudo']);
  t.after(() => stop(house));
  const ana = await window(house);
  await ana.goto(`${house.origin}/more/wishes`);
  await ana.locator('select[name=language]').selectOption('en-XA');
  await press(ana.locator('main form .primary').last());
  for (const path of PAGES) {
    await t.test(path, async () => {
      ana.complaints.length = 0;
      await ana.goto(house.origin + path);
      if (path === '/nowhere') ana.complaints.length = 0;
      await look(ana, `pseudo${path.replaceAll(/[/?=]/g, '-')}`);
      assert.deepEqual(await plainWords(ana), [], 'words that are not from a text file');
    });
  }
});

// Words in plain letters, in what is seen and in what is read aloud; what is not for translating
// (titles of sources) says so, and what is meant for a machine stands in `code`.
const plainWords = (page) => page.evaluate((names) => {
  const apart = '[lang]:not(html), [translate=no], code, kbd, script, style, select[name=zone], datalist, cite, textarea, .own-words';
  const found = new Set();
  const read = (text) => {
    // What the fictional person wrote themselves.
    if (/A cold; the skin had a rest\.|At the skin doctor’s, before the first session\./.test(text)) return;
    for (const word of text?.match(/[A-Za-z]{3,}/g) ?? []) if (!names.includes(word)) found.add(`${word} in “${text.trim().slice(0, 60)}”`);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(apart)) read(walk.currentNode.data);
  for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
    if (element.closest(apart)) continue;
    for (const name of ['aria-label', 'title', 'alt', 'placeholder']) read(element.getAttribute(name));
  }
  return [...found].slice(0, 12);
}, NAMES);
