import { expect } from '@playwright/test';
import { pageKinds } from '../e2e/page-kinds.ts';
import { test } from './engine-test.ts';

test('no page of any kind breaks the policy or logs an error', { tag: '@e2e' }, async ({ browserOfEngine, site }) => {
  // The console tells of the missing page, as it should.
  const { 'missing page': _, ...kinds } = pageKinds;
  test.setTimeout(300_000);
  const addresses = Object.values(kinds).map((address) => new URL(address, site.address).href);
  expect(await browserOfEngine.faultsOf(addresses, site.untilLoaded)).toEqual([]);
});
