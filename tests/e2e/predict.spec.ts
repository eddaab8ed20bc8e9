import { expect, type Page, test } from '@playwright/test';
import { watchRequests } from './watch.ts';

const predictions = (page: Page) => page.locator('[data-predict]');
const order = ['callback', 'nextTick', 'promise', 'immediate', 'timer'];

test('a learner predicts the order of callbacks, and sees the line that was different', async ({ page }) => {
  await page.goto('topics/event-loop/');
  const predict = predictions(page).first();
  await expect(predict.getByText('nextTick')).toBeHidden();
  const box = predict.getByRole('textbox', { name: 'What will this print?' });
  await expect(predict.getByRole('button', { name: 'Check' })).toBeEnabled();
  await box.fill(['callback', 'promise', 'nextTick', 'immediate', 'timer'].join('\n'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(predict.getByRole('status')).toHaveText(
    'Line 2 is “nextTick”. It comes back as a review card tomorrow.',
  );
  const output = predict.getByRole('region', { name: 'Output' });
  await expect(output).toBeFocused();
  await expect(output).toHaveText(order.join('\n'));
  await expect(output.locator('mark')).toHaveText(['nextTick', 'promise']);
  await expect(predict.getByRole('region', { name: 'Your prediction' }).locator('mark')).toHaveText([
    'promise',
    'nextTick',
  ]);
  await expect(box).toHaveCount(0);
});

test('a learner chooses what a sample prints, by keyboard', async ({ page }) => {
  await page.goto('topics/event-loop/');
  const predict = predictions(page).nth(1);
  const check = predict.getByRole('button', { name: 'Check' });
  await expect(check).toBeEnabled();
  await check.focus();
  await page.keyboard.press('Enter');
  await expect(predict.getByRole('status')).toBeEmpty();
  await predict.getByRole('radio', { name: 'true' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(predict.getByRole('status')).toHaveText('Right. That’s what it prints.');
  await expect(predict.locator('mark')).toHaveCount(0);
});

test('“Show it” shows the output without a prediction', async ({ page }) => {
  await page.goto('topics/event-loop/');
  const predict = predictions(page).first();
  await predict.getByRole('button', { name: 'Show it' }).click();
  await expect(predict.locator('pre')).toHaveText(order.join('\n'));
  await expect(predict.locator('pre')).toBeFocused();
  await expect(predict.getByRole('button')).toHaveCount(0);
});

test('pages without a prediction load nothing for it', async ({ page }) => {
  const scripts = watchRequests(page);
  await page.goto('topics/cors/', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /\/predict\./u.test(url))).toEqual([]);
});
