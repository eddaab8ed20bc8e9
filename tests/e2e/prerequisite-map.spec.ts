import { expect, type Locator, type Page, test } from '@playwright/test';
import { doOverlap } from '../support/boxes.ts';
import { long } from './long.ts';
import { doneButton } from './topic-state.ts';

const lineMap = (page: Page) => page.getByRole('group', { name: 'Prerequisite map of the Backend line' });

/** Boxes of stops and titles as the browser draws them, in the drawing's own unit. */
const drawnBoxes = (map: Locator) =>
  map.locator('.map-stop').evaluateAll((stops) =>
    (stops as SVGGraphicsElement[]).flatMap((stop) => {
      const place = stop.transform.baseVal.consolidate()?.matrix ?? new DOMMatrix();
      return [...stop.querySelectorAll<SVGGraphicsElement>('.map-name, .map-capsule')].map((part) => {
        const { x, y, width, height } = part.getBBox();
        const [left, top] = [place.e + x, place.f + y];
        return { topic: stop.getAttribute('data-topic'), left, top, right: left + width, bottom: top + height };
      });
    }),
  );

test('a line leads to its prerequisite map and back', async ({ page }) => {
  await page.goto('roadmaps/backend/');
  await page.getByRole('link', { name: 'See prerequisites' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backend prerequisite map');
  await page.getByRole('main').getByRole('link', { name: 'the Backend line' }).click();
  await expect(page).toHaveURL(/\/roadmaps\/backend\/$/u);
});

test('every node of a map leads to its topic, and the list names the same topics with reasons', async ({ page }) => {
  await page.goto('roadmaps/backend/map/');
  const links = lineMap(page).getByRole('link');
  const list = page.getByRole('region', { name: 'The map as a list' }).getByRole('listitem');
  expect(await links.count()).toBeGreaterThan(79);
  expect(await list.count()).toBe(await links.count());
  const jwt = list.filter({ hasText: /^\s*Authentication/u });
  await expect(jwt).toContainText('needs Input validation and sanitization because');
  await lineMap(page).getByRole('link', { name: 'Database indexing' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Database indexing');
});

test('with the real typeface no title runs into another topic', long, async ({ page }) => {
  for (const address of ['roadmaps/backend/map/', 'roadmaps/architecture/map/', 'topics/indexing/', 'topics/docker/']) {
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    const boxes = await drawnBoxes(page.locator('map-marks'));
    expect(boxes.length, address).toBeGreaterThan(3);
    const overlaps = boxes.flatMap((a) =>
      boxes
        // Lines of text have air above and below their letters.
        .filter((b) => a.topic !== b.topic && doOverlap(a, { ...b, top: b.top + 3, bottom: b.bottom - 3 }))
        .map((b) => `${a.topic} on ${b.topic}`),
    );
    expect(overlaps, address).toEqual([]);
  }
});

test('on a phone a wide map scrolls by itself, by keyboard too, and the page does not', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('roadmaps/backend/map/');
  const map = lineMap(page);
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => map.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const size = await map
    .locator('.map-name')
    .first()
    .evaluate((name) => name.getBoundingClientRect().height);
  expect(size).toBeGreaterThan(12);
});

test('a map shows the reader’s marks in the names of its stops', async ({ page }) => {
  await page.goto('topics/indexing/');
  await page.getByText('What it needs, and what it opens').click();
  const map = page.getByRole('group', { name: 'Map: what Database indexing needs, and what it opens' });
  await expect(map.getByRole('link', { name: 'Database indexing', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await doneButton(page).click();
  await expect(map.getByRole('link', { name: 'Database indexing: done' })).toBeVisible();
  await page.goto('roadmaps/backend/map/');
  await expect(lineMap(page).getByRole('link', { name: 'Database indexing: done' })).toBeVisible();
});

test('the small map of a topic opens below its text, with a list of the same', async ({ page }) => {
  await page.goto('topics/cqrs/');
  const around = page.locator('#topic-map');
  await around.getByText('What it needs, and what it opens').click();
  await expect(around.getByRole('group').getByRole('link', { name: 'Event sourcing' })).toBeVisible();
  await around.getByText('The map as a list').click();
  await expect(around.getByRole('listitem').filter({ hasText: /^\s*CQRS/u })).toContainText(
    'needs Event-driven architecture because changes travel',
  );
});
