import { expect, it } from 'vitest';
import { layOut, runDagre } from '#features/maps/diagram/run-dagre.ts';
import { forSeeds } from '../../../support/random.ts';
import { growGraph } from '../../../support/sample-graphs.ts';

it('gives the same layout of the same graph every time, kept or not', () => {
  forSeeds(5, (random) => {
    const topics = growGraph(random, 20);
    const input = {
      nodes: topics.map(({ id }) => ({ id, width: 60, height: 20 })),
      edges: topics.flatMap(({ id, prerequisites }) =>
        prerequisites.map((from) => ({ from, to: id, width: 0, height: 0 })),
      ),
    };
    const layout = layOut(input, { rankdir: 'TB' });
    expect(layOut(input, { rankdir: 'TB' })).toEqual(layout);
    expect(runDagre(input, { rankdir: 'TB' })).toEqual(layout);
    expect(runDagre(input, { rankdir: 'LR' })).not.toEqual(layout);
  });
});
