import { href } from '#lib/href.ts';
import { type EngineFiles, weightOf } from '../engines.ts';

/** How much of what the first run needs has been loaded, in bytes. */
export interface Progress {
  readonly loaded: number;
  readonly total: number;
}

/**
 * Loads the files of an engine, ready to be handed to the sandbox.
 * @throws Error when a file can't be loaded.
 */
export async function loadEngine(
  files: EngineFiles,
  onProgress: (progress: Progress) => void,
): Promise<EngineFiles<ArrayBuffer>> {
  const total = weightOf(files);
  let loaded = 0;
  const quarters = () => Math.floor((4 * loaded) / total);
  const onBytes = (bytes: number) => {
    const before = quarters();
    loaded += bytes;
    // Only every quarter: a screen reader announces each change.
    if (quarters() > before) onProgress({ loaded, total });
  };
  onProgress({ loaded, total });
  const loading = Object.entries(files).map(
    async ([name, { path }]) => [name, await loadFile(href(path), onBytes)] as const,
  );
  return Object.fromEntries(await Promise.all(loading)) as EngineFiles<ArrayBuffer>;
}

async function loadFile(address: string, onBytes: (bytes: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${address} was answered with ${response.status}.`);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        onBytes(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  // Some hosts send a .gz with `Content-Encoding: gzip`, and then the browser has already unpacked it.
  if (response.headers.get('Content-Encoding') === 'gzip') return new Response(counted).arrayBuffer();
  return new Response(counted.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
