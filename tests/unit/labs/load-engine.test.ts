import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { loadEngine } from '#features/labs/client/load-engine.ts';

afterEach(() => vi.unstubAllGlobals());

test('progress is told once for each quarter, whatever the pieces in which a file arrives', async () => {
  const file = gzipSync(crypto.getRandomValues(new Uint8Array(4000)));
  const answer = () => {
    const pieces = Array.from({ length: Math.ceil(file.length / 100) }, (_, i) =>
      file.subarray(i * 100, i * 100 + 100),
    );
    return new Response(
      new ReadableStream({
        start: (controller) => {
          for (const piece of pieces) controller.enqueue(piece);
          controller.close();
        },
      }),
    );
  };
  vi.stubGlobal('fetch', async () => answer());
  const script = { path: 'engine.js', bytes: file.length };
  const told: number[] = [];
  await loadEngine({ script }, ({ loaded, total }) => told.push(Math.floor((4 * loaded) / total)));
  expect(told).toEqual([0, 1, 2, 3, 4]);
});
