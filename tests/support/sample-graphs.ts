import type { GraphNode } from '#content/graph.ts';
import type { MapTopic } from '#features/maps/prerequisites/draw-map.ts';
import type { Random } from './random.ts';

const words = [
  'Caching',
  'HTTP',
  'Message queues',
  'and',
  'OAuth 2.0',
  'containerization',
  'for services',
  'SQL',
  'of',
];

/** Topics of which each needs up to four of those before it, the more likely the closer they are. */
export function growGraph(random: Random, most = 60): (GraphNode & MapTopic)[] {
  const size = random.whole(1, most);
  return Array.from({ length: size }, (_, place) => ({
    id: `t${String(place).padStart(3, '0')}`,
    title: Array.from({ length: random.whole(1, 5) }, () => random.pick(words)).join(' '),
    prerequisites: [
      ...new Set(
        Array.from({ length: place === 0 ? 0 : random.whole(0, 4) }, () => {
          const back = 1 + Math.floor(random.next() ** 2 * place);
          return `t${String(place - Math.min(place, back)).padStart(3, '0')}`;
        }),
      ),
    ],
  }));
}
