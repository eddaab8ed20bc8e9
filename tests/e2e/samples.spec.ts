import { expect, test } from '@playwright/test';
import { loadContent } from '#content/load-content.ts';
import { printsAsShown } from '#features/labs/content/sample-report.ts';
import { verdictsOf } from '#features/labs/samples/runnable.ts';

const { corpus } = loadContent(process.cwd());
const pages = [...corpus.topic, ...corpus.question].flatMap(({ kind, id, body }) => {
  const samples = verdictsOf(body.samples).flatMap((verdict) => ('runs' in verdict ? [verdict.sample] : []));
  return samples.length > 0 ? [{ address: `${kind}s/${id}/`, samples }] : [];
});
const parts = 4;

for (const part of Array(parts).keys())
  test(`every sample that can run prints in the page what the page shows, part ${part + 1} of ${parts}`, async ({
    page,
  }) => {
    const own = pages.filter((_page, index) => index % parts === part);
    test.setTimeout(30_000 + own.length * 10_000);
    const wrong: string[] = [];
    for (const { address, samples } of own) {
      await page.goto(address);
      const run = page.locator('[data-sample-run]');
      await expect(run, address).toHaveCount(samples.length);
      for (const [index, sample] of samples.entries()) {
        await run.nth(index).click();
        await expect(run.nth(index), `${address}, line ${sample.line}`).toHaveText('Run', { timeout: 30_000 });
        const printed = (await page.locator('[data-sample-output]').nth(index).textContent()) ?? '';
        if (!printsAsShown(sample, printed)) wrong.push(`${address}, line ${sample.line}, printed:\n${printed}`);
      }
    }
    expect(wrong).toEqual([]);
  });
