import { expect, type Page, type Route, test } from '@playwright/test';
import { long, longIf } from './long.ts';
import { watchErrors, watchRequests } from './watch.ts';

const input = (page: Page) => page.getByRole('combobox', { name: /^Search/u });
const list = (page: Page) => page.locator('ol[data-search-results]');
const links = (page: Page) => list(page).locator('li > a:first-child');
const active = (page: Page) => list(page).locator('[aria-selected="true"]');

async function openByKeyboard(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(input(page)).toBeFocused();
}

async function search(page: Page, text: string): Promise<void> {
  await input(page).fill('');
  await expect(list(page)).toHaveAttribute('data-search-state', 'idle');
  await input(page).fill(text);
  await expect(list(page)).toHaveAttribute('data-search-state', 'done');
}

test('nothing of the search is loaded before the reader wants it', async ({ page }) => {
  const requested = watchRequests(page);
  await page.goto('./', { waitUntil: 'networkidle' });
  const ofSearch = () => requested.filter((url) => /search-box|titles\.json|shards|pagefind/u.test(url));
  expect(ofSearch()).toEqual([]);
  await page.keyboard.press('ControlOrMeta+k');
  await expect.poll(ofSearch).not.toEqual([]);
});

test('the button in the header and a shortcut open the dialog, and Escape returns the focus', async ({ page }) => {
  await page.goto('topics/indexing/');
  const button = page.getByRole('link', { name: 'Search', exact: false }).first();
  for (const open of [() => button.click(), () => page.keyboard.press('ControlOrMeta+k')]) {
    await open();
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
    await expect(input(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(button).toBeFocused();
  }
});

test('a question in everyday words shows the passage that matched once, below its heading', async ({ page }) => {
  await openByKeyboard(page);
  await search(page, 'a customer was charged twice');
  const question = list(page).locator('li', { has: page.locator('a[href*="/questions/"][href*="#"]') });
  const texts = question.first().locator('.search-text');
  await expect(texts).toHaveCount(2);
  await expect(texts.first()).toBeEmpty();
  await expect(texts.last()).toContainText('twice');
  await search(page, 'why does the user pay two times');
  await expect(links(page).filter({ has: page.getByText('Idempotency', { exact: true }) })).toBeVisible();
});

test('a keyboard opens the search, moves through results and follows one', async ({ page }) => {
  await openByKeyboard(page);
  await search(page, 'indexing');
  await expect(active(page)).toContainText('Database indexing');
  await page.keyboard.press('End');
  await expect(list(page).getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toContainText('Database indexing');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/topics\/indexing\/$/u);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('Enter before the answer is there searches for the new words', long, async ({ page }) => {
  await page.clock.install();
  await openByKeyboard(page);
  await search(page, 'jwt');
  await page.clock.pauseAt(Date.now() + 60_000);
  await input(page).fill('kafka');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=kafka$/u);
});

test('a selection that ends beside the dialog leaves it open, and a click there closes it', long, async ({ page }) => {
  await openByKeyboard(page);
  await search(page, 'indexing');
  await input(page).hover();
  await page.mouse.down();
  await page.mouse.move(5, 300, { steps: 3 });
  await page.mouse.up();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.mouse.click(5, 300);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('Ctrl+Enter opens the result in a new tab', long, async ({ page, context }) => {
  await openByKeyboard(page);
  await search(page, 'indexing');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await expect(await opened).toHaveURL(/\/topics\/indexing\/$/u);
});

test('a slash opens the search unless the reader is typing or has switched it off', long, async ({ page }) => {
  await page.goto('./');
  await page.getByRole('searchbox').first().fill('ci/cd');
  await page.getByRole('searchbox').first().press('/');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('searchbox').first().blur();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(input(page)).toHaveValue('');
  await page.getByRole('checkbox', { name: /opens the search/u }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('filters narrow the results by kind', async ({ page }) => {
  await openByKeyboard(page);
  await search(page, 'rest api');
  await page
    .getByRole('group', { name: 'Filter by kind' })
    .getByRole('button', { name: /^Topic/u })
    .click();
  await expect(page.getByRole('button', { name: /^Topic/u })).toHaveAttribute('aria-pressed', 'true');
  await expect(list(page)).toHaveAttribute('data-search-state', 'done');
  const texts = await links(page).allInnerTexts();
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text).toContain('Topic');
});

test('a question that only full text finds is found with each filter', long, async ({ page }) => {
  for (const filter of ['', '&kind=Question', '&level=intermediate', '&area=databases']) {
    await page.goto(`search/?q=interfering${filter}`);
    await expect(list(page).locator('a[href$="/questions/acid-properties/"]'), filter).toBeVisible();
  }
});

const paces: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'at once': async (page) => {
    await input(page).fill('websockets');
    await input(page).press('Enter');
  },
  slowly: async (page) => {
    await input(page).fill('web');
    await expect(page).toHaveURL(/\?q=web$/u);
    await input(page).fill('websockets');
  },
};

for (const [pace, type] of Object.entries(paces)) {
  test(`the address keeps a query typed ${pace} and filters, and Back undoes each`, long, async ({ page }) => {
    await page.goto('search/?q=indexing');
    await expect(input(page)).toHaveValue('indexing');
    await expect(links(page).first()).toContainText('Database indexing');
    await type(page);
    await expect(page).toHaveURL(/\?q=websockets$/u);
    await expect(links(page).first()).toContainText('WebSockets');
    await page.getByRole('button', { name: /^Topic/u }).click();
    await expect(page).toHaveURL(/\?q=websockets&kind=Topic$/u);
    await page.goBack();
    await expect(page).toHaveURL(/\?q=websockets$/u);
    await page.goBack();
    await expect(input(page)).toHaveValue('indexing');
    await expect(links(page).first()).toContainText('Database indexing');
  });
}

test('a typing mistake is mended, said, and can be insisted on, and nothing found offers ways on', async ({ page }) => {
  await openByKeyboard(page);
  await search(page, 'websokcets');
  await expect(links(page).first()).toContainText('WebSockets');
  await expect(page.getByText('Showing results for websockets.')).toBeVisible();
  await page.getByRole('button', { name: 'Search instead for websokcets' }).click();
  await expect(page.getByText('Nothing found for “websokcets”')).toBeVisible();
  await search(page, 'qqqq zzzz');
  await expect(page.getByText('Nothing found for “qqqq zzzz”')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('link', { name: 'all topics from A to Z' })).toBeVisible();
});

for (const [what, text, address] of [
  ['a way between two roles', 'from junior backend developer to backend architect', /\/roles\/backend-architect\/$/u],
  ['a command', '/learn backend nodejs beginner', /\/roadmaps\/nodejs\/$/u],
] as const)
  test(`${what} leads to the wanted page`, long, async ({ page }) => {
    await openByKeyboard(page);
    await search(page, text);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
  });

test('a subject that the site does not have is answered by suggestions', long, async ({ page }) => {
  await openByKeyboard(page);
  await search(page, 'isolation of wedding cakes');
  await expect(links(page)).toHaveCount(0);
  await expect(page.getByText('Close to what you typed:')).toBeVisible();
  await page.getByRole('dialog').getByRole('link', { name: 'Isolation levels', exact: true }).click();
  await expect(page).toHaveURL(/\/topics\/isolation-levels\/$/u);
});

const lostIndexes: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'that does not load': (route) => route.abort(),
  'of another build': (route) => route.fulfill({ json: { titles: ['From another build'] } }),
};

for (const [which, answer] of Object.entries(lostIndexes))
  test(
    `an index ${which} says so, leads on, and can be tried again`,
    longIf(which === 'of another build'),
    async ({ page }) => {
      await page.route('**/titles.json', answer);
      await openByKeyboard(page);
      await input(page).fill('indexing');
      await expect(list(page)).toHaveAttribute('data-search-state', 'failed');
      await expect(page.getByText('the site may just have been updated')).toBeVisible();
      await expect(page.getByRole('dialog').getByRole('link', { name: 'all topics from A to Z' })).toBeVisible();
      await page.unroute('**/titles.json');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(links(page).first()).toContainText('Database indexing');
    },
  );

/** What is typed, the first page found and, where a topic or roadmap answers as well, one of the first three. */
const found: readonly (readonly [string, RegExp, RegExp?])[] = [
  ['Node.js', /\/roadmaps\/nodejs\//u],
  ['c sharp', /csharp/u],
  ['OAuth 2', /oauth2/u],
  ['HTTP2', /http-2|http2/u],
  ['n plus 1', /n-plus-one/u],
  ['1+N', /n-plus-one/u],
  ['->>', /json-in-postgresql/u],
  ['&str', /rust-string-or-str/u],
  ['springsecurty', /spring-security/u],
  ['rabitmq kafak diference', /message-brokers/u],
  ['pull the plug on a server on purpose', /chaos/u],
  ['invoice total differs by some cents from the sum of receipts', /why-not-float-for-money/u, /numbers-and-money/u],
  ['laravel with vue', /sanctum/u, /roadmaps\/laravel/u],
  ['volatile vs synchronized', /java-volatile-and-synchronized/u],
  ['postgress', /postgres/u],
];

test('what readers type is understood: signs, mistakes, everyday words', long, async ({ page }) => {
  await openByKeyboard(page);
  for (const [typed, address, alsoOnTop] of found) {
    await search(page, typed);
    await expect(links(page).first(), typed).toHaveAttribute('href', address);
    if (!alsoOnTop) continue;
    const three = await links(page).evaluateAll((all) => all.slice(0, 3).map((link) => link.getAttribute('href')));
    expect(three, typed).toContainEqual(expect.stringMatching(alsoOnTop));
  }
});

test('strange input is answered, never run', long, async ({ page }) => {
  const faults = watchErrors(page);
  await openByKeyboard(page);
  const signs = ['__proto__', '.*+?^$(){}|[]\\', '🙂🙂', 'שלום עולם', '\u0001\u0007\u202e'];
  for (const text of ['<img src=x onerror=alert(1)>', ...signs, 'index '.repeat(1700)]) await search(page, text);
  await expect(list(page).locator('img')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('recent searches come back, and can be cleared', long, async ({ page }) => {
  await openByKeyboard(page);
  await search(page, 'indexing');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/indexing/u);
  await page.keyboard.press('ControlOrMeta+k');
  await input(page).fill('');
  const recent = page.getByRole('group', { name: 'Recent searches' });
  await recent.getByRole('button', { name: 'indexing', exact: true }).click();
  await expect(links(page).first()).toContainText('Database indexing');
  await input(page).fill('');
  await recent.getByRole('button', { name: 'Clear' }).click();
  await expect(recent).toBeHidden();
});

test('the empty search offers four examples, and one row of filters stands behind the results', async ({ page }) => {
  await openByKeyboard(page);
  const examples = page.getByRole('group', { name: 'Examples' }).getByRole('button');
  await expect(examples).toHaveCount(4);
  await examples.first().click();
  await expect(list(page)).toHaveAttribute('data-search-state', 'done');
  await expect(input(page)).toHaveValue('N+1 queries');
  const filters = page.getByRole('group', { name: /^Filter by/u });
  const tops = await filters.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  const below = await links(page).first().boundingBox();
  expect(tops[0]).toBeGreaterThan(below?.y ?? 0);
});
