import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { reportShipped } from '#lib/licenses/report-shipped.ts';

/** Joins a worker and what it imports to one script, because its address may never change and nothing may be missing. */
export async function bundleWorker(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [reportShipped()],
    build: {
      write: false,
      lib: { entry: fileURLToPath(entry), formats: ['es'], fileName: 'sw' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk' || chunk.imports.length > 0)
    throw new Error(`${entry.pathname} does not fit one script without imports.`);
  return chunk.code;
}
