import type { NetworkInput, NetworkTopic } from '#features/maps/network/types.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seedNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = ['Caching', 'HTTP', 'Message queues', 'and', 'Indexing', 'OAuth 2.0', 'Design', 'for services', 'SQL'];

/** A network of some lines whose topics come in roughly, not exactly, the same order on all of them. */
export function growNetwork(seed: number, lineCount: number): NetworkInput {
  const next = seedNumbers(seed);
  const topics = Array.from({ length: 8 * lineCount }, (_, index): NetworkTopic => {
    const words = Array.from({ length: 1 + Math.floor(next() * 4) }, () => WORDS[Math.floor(next() * WORDS.length)]);
    return { id: `topic-${index}`, title: words.join(' '), published: next() > 0.2 };
  });
  const lines = Array.from({ length: lineCount }, (_, index) => {
    const size = 5 + Math.floor(next() * 20);
    // The square favors the first topics, so that lines meet.
    const picks = Array.from({ length: size }, () => Math.floor(next() ** 2 * topics.length));
    const places = picks.map((pick) => ({ pick, place: ((pick * 37) % topics.length) + next() * 6 }));
    const stops = places.sort((a, b) => a.place - b.place).map(({ pick }) => `topic-${pick}`);
    return { id: `line-${index}`, title: `Line number ${index}`, badge: `L${index}`, color: `color-${index}`, stops };
  });
  return { lines, topics, limits: { interchanges: 40 } };
}

/** The same network with its topics in another order. */
export function shuffleTopics(input: NetworkInput, seed: number): NetworkInput {
  const next = seedNumbers(seed);
  const keyed = input.topics.map((topic) => ({ topic, key: next() }));
  return { ...input, topics: keyed.sort((a, b) => a.key - b.key).map(({ topic }) => topic) };
}

/** Three lines that meet at two topics; `closing` comes twice on the first line. */
export const smallNetwork: NetworkInput = {
  lines: [
    { id: 'north', title: 'North', badge: 'N', color: 'green', stops: ['n1', 'center', 'n2', 'closing', 'closing'] },
    { id: 'south', title: 'South', badge: 'S', color: 'blue', stops: ['s1', 'center', 's2', 'closing'] },
    { id: 'round', title: 'Round', badge: 'R', color: 'rust', stops: ['center', 'r1', 'r2', 'closing', 'r3'] },
  ],
  topics: ['n1', 'n2', 's1', 's2', 'r1', 'r2', 'r3', 'center', 'closing'].map((id) => ({
    id,
    title: `The topic ${id}`,
    published: id !== 'r3',
  })),
  limits: { interchanges: 40 },
};
