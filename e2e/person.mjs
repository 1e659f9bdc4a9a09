// Somebody at home, in verbs: what they answer, and what they press.
import { press } from './house.mjs';

export const answers = {
  goals: 'Acne scars', areas: 'Cheeks', born: [5, 5, 1990], skin: 'Type III',
};

// Presses the main button of the page.
export const goOn = (page) => press(page.locator('main form .primary').first());
// The choice with this word, in the group with this question or anywhere on the page.
export const choose = (page, word, within = 'main') =>
  page.locator(within).getByLabel(word, { exact: false }).first().check();
// Says that nothing of the page applies, and is led on.
export const noneOfThese = (page) => press(page.getByRole('button', { name: 'None of these' }));
// Writes a day into its three fields.
export async function writeDay(page, name, parts) {
  for (const [place, part] of ['day', 'month', 'year'].entries()) {
    await page.locator(`input[name=${name}-${part}]`).fill(String(parts[place]));
  }
}
// Opens what is closed under these words, wherever it is on the page; nothing where it is open or not there.
export async function unfold(page, word) {
  const closed = page.locator('details:not([open]) > summary', { hasText: word });
  if (await closed.count()) await closed.first().click();
}
// Scores a sign of the check-in.
export async function score(page, sign, value) {
  await unfold(page, 'Score what you see or feel');
  await page.locator(`input[name=${sign}][value="${value}"]`).check();
}
// Ticks a warning sign of the check-in.
export async function tickSign(page, flag) {
  await unfold(page, 'Is a warning sign there?');
  await page.locator(`input[type=checkbox][value=${flag}]`).check();
}
// Ticks the line of a question.
export const tickLine = (page, id) => page.locator(`.applies input[name=${id}]`).check();
// Chooses an answer that the tick has opened.
export const chooseAnswer = (page, id, word) => page.locator(`#line-${id} .opened input[type=radio][value=${word}]`).first().check();
// A day some days ago as day, month and year.
export function daysAgo(count) {
  const on = new Date(Date.now() - count * 86_400_000);
  return [on.getDate(), on.getMonth() + 1, on.getFullYear()];
}

// Answers every question as a healthy person with a 0.25 mm roller. `change` may answer a step otherwise: by its address,
// or by the id of a question that stands on it.
export async function answersAll(page, change = {}) {
  const steps = {
    goals: async () => {
      await choose(page, answers.goals);
      await choose(page, answers.areas);
    },
    about: async () => {
      await writeDay(page, 'born', answers.born);
      await choose(page, answers.skin);
      await page.locator('input[name=sensitive][value=no]').check();
    },
    device: async () => {
      await page.locator('input[name=kind][value=roller]').check();
      await page.locator('input[name=length_mm]').fill('0.25');
      await page.locator('input[name=needles]').fill('192');
    },
  };
  for (let n = 0; n < 20 && !page.url().includes('/verdict'); n += 1) {
    const step = new URL(page.url()).pathname.split('/').pop();
    let said = change[step] ?? steps[step];
    for (const id of Object.keys(change)) {
      if (!said && await page.locator(`.ask input[name=${id}]`).count()) said = change[id];
    }
    if (said) {
      await said();
      await goOn(page);
    } else {
      await noneOfThese(page);
    }
  }
}

// Lives in another zone from now on.
async function moves(page, origin, zone) {
  await page.goto(`${origin}/more/wishes`);
  await page.locator('select[name=zone]').selectOption(zone);
  await goOn(page);
}

// A plan whose first session is today. The first day leaves a day to look at the skin, and nobody can wait that long here:
// so the plan is begun where it is still yesterday.
export async function beginsToday(page, origin) {
  await moves(page, origin, 'Pacific/Pago_Pago');
  await page.goto(`${origin}/plan`);
  await goOn(page);
  await moves(page, origin, 'Pacific/Kiritimati');
}
