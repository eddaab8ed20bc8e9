import { expect, test } from '@playwright/test';
import { download } from './watch.ts';

test('a learner downloads the tests, ticks a stage and lets a pasted result tick another', async ({ page }) => {
  await page.goto('projects/calculator-api/');
  const link = page.getByRole('link', { name: 'Download calculator-api.test.mjs' });
  const { text } = await download(page, () => link.click());
  expect(text).toContain('async function call(');
  expect(text).not.toMatch(/from '\.|^export/mu);

  const box = (stage: number) => page.getByRole('checkbox', { name: `Stage ${stage}` });
  await expect(box(2)).toBeEnabled();
  await box(2).focus();
  await page.keyboard.press('Space');
  await page.reload();
  await expect(box(2)).toBeChecked();

  const printed = page.getByRole('textbox', { name: 'Paste the command’s output' });
  await printed.fill('npm ERR! missing script');
  await page.getByRole('button', { name: 'Read the result' }).click();
  const status = page.locator('project-tests').getByRole('status');
  await expect(status).toContainText('This is not a result of calculator-api.test.mjs');
  await expect(box(2)).toBeChecked();

  const tests = await page
    .locator('[data-stage]')
    .evaluateAll((stages) => stages.map((stage) => [...stage.querySelectorAll('li')].map((item) => item.textContent)));
  const [first = [], [failing = '', ...second] = []] = tests;
  const lines = [...[...first, ...second].map((name) => `  ✔ ${name} (1.2ms)`), `  ✖ ${failing} (2ms)`];
  await printed.fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Read the result' }).click();
  await expect(status).toContainText('1 stage passed. Next: Stage 2');
  await expect(box(1)).toBeChecked();
  await expect(box(2)).not.toBeChecked();
  await expect(page.locator('[data-stage]').nth(1)).toContainText(`failed: ${failing}`);
});
