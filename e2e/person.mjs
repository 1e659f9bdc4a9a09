// Somebody at home, in verbs: what they answer, and what they press.
import { press } from './house.mjs';

export const answers = {
  goals: ['Acne scars'], areas: ['Cheeks'], born: '1990-05-05', skin: 'Type III', sensitive: 'No',
};

// Presses the main button of the page.
export const goOn = (page) => press(page.locator('main form .primary').first());
// The choice with this word, in the group with this question or anywhere on the page.
export const choose = (page, word, within = 'main') =>
  page.locator(within).getByLabel(word, { exact: false }).first().check();
// Whole group at once, as the page offers it.
export const noneOfThese = (page) => press(page.getByRole('button', { name: 'None of these' }));

// Answers every question as a healthy person with a 0.25 mm roller; `change` may answer one step otherwise.
export async function answersAll(page, change = {}) {
  const steps = {
    goals: () => choose(page, 'Acne scars'),
    areas: () => choose(page, 'Cheeks'),
    about: async () => {
      await page.locator('input[name=born]').fill(answers.born);
      await choose(page, answers.skin);
      await page.locator('input[name=sensitive][value=no]').check();
    },
    pregnancy: () => page.locator('input[name=pregnancy][value=no]').check(),
    retinoid: () => page.locator('input[name=retinoid][value=never]').check(),
    cold_sores: () => page.locator('input[name=cold_sores][value=never]').check(),
    using: () => page.locator('input[name=using][value=nothing]').check(),
    device: async () => {
      await page.locator('input[name=kind][value=roller]').check();
      await page.locator('input[name=length_mm]').fill('0.25');
      await page.locator('input[name=needles]').fill('192');
    },
    ...change,
  };
  for (let n = 0; n < 20 && !page.url().includes('/verdict'); n += 1) {
    const step = new URL(page.url()).pathname.split('/').pop();
    if (steps[step]) {
      await steps[step]();
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
