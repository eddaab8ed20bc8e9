import { afterAll, describe, expect, it, vi } from 'vitest';
import { roadmapPages } from '#content/views/roadmap-page.ts';
import { topicPages } from '#content/views/topic-page.ts';
import { mapOfLine, mapOfTopic, type PrerequisiteMap } from '#features/maps/prerequisites/prerequisite-maps.ts';
import { findFlaws } from './find-flaws.ts';

// As in a build, where the content is read once.
vi.stubEnv('DEV', false);
afterAll(() => {
  vi.unstubAllEnvs();
});
const lines = roadmapPages().map((page) => ({ page, map: mapOfLine(page) }));
const topics = topicPages().flatMap((page) => ({ page, map: mapOfTopic(page.id) }));

/** Pixels of the main column on a screen of 1280. */
const topicColumn = 688;

function flawsOf(
  maps: readonly { readonly page: { readonly id: string }; readonly map: PrerequisiteMap | undefined }[],
) {
  return maps.flatMap(({ page, map }) =>
    map ? findFlaws(map.drawing, map.edges).map((flaw) => `${page.id}: ${flaw}`) : [],
  );
}

describe('the prerequisite maps of the real content', () => {
  it('have no flaw on any line', () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(flawsOf(lines)).toEqual([]);
  }, 60_000);

  it('have no flaw on any topic', () => {
    expect(topics.length).toBeGreaterThan(300);
    expect(flawsOf(topics)).toEqual([]);
  }, 60_000);

  it('show every stop of a line, and say of the others that they are off it', () => {
    for (const { page, map } of lines) {
      const on = map.entries.filter(({ isOnLine }) => isOnLine).map(({ topic }) => topic.id);
      expect(on.toSorted(), page.id).toEqual(page.stopIds.toSorted());
    }
  });

  it('name every prerequisite of every stop with its reason', () => {
    const before = new Map(topicPages().map((page) => [page.id, page.before]));
    for (const { map } of lines) {
      for (const { topic, needs } of map.entries.filter(({ isOnLine }) => isOnLine)) {
        expect(needs).toEqual(before.get(topic.id));
      }
    }
  });

  it('say in words every track that they draw', () => {
    for (const { page, map } of [...lines, ...topics]) {
      const words = new Map(
        map?.entries.map(({ topic, needs, further }) => [
          topic.id,
          [...needs.map((need) => need.topic.id), ...further.map(({ id }) => id)],
        ]),
      );
      const unsaid = map?.edges.filter(({ from, to }) => !words.get(to)?.includes(from)) ?? [];
      expect(unsaid, page.id).toEqual([]);
    }
  });

  it('fit the column of a topic’s page', () => {
    const wide = topics.filter(({ map }) => (map?.drawing.width ?? 0) > topicColumn).map(({ page }) => page.id);
    expect(wide).toEqual([]);
  });
});
