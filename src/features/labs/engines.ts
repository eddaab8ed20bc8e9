import type { Engine } from './runner/protocol.ts';

/** A file of an engine as a browser loads it: packed by gzip, its name from its content. */
export interface EngineFile {
  /** From the site's root: `/engines/…`. */
  readonly path: string;
  /** How much is loaded. */
  readonly bytes: number;
}

/** The files of an engine by name: `script` is the classic script of its worker, `wasm` is compiled once for all workers. */
export type EngineFiles<Content = EngineFile> = { readonly script: Content } & Readonly<Record<string, Content>>;

/** Everything that running code in the page needs. */
export interface EngineList {
  /** The address of the sandbox, from the site's root. */
  readonly sandbox: string;
  readonly engines: Readonly<Record<Engine, EngineFiles>>;
  /** The addresses of the scripts of the editor, from the site's root. */
  readonly editor: Readonly<Record<'editor' | 'difference', string>>;
}

/** The bytes that an engine's first run loads. */
export function weightOf(files: EngineFiles): number {
  return Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
}
