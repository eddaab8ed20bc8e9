/** What is used of a program that Emscripten compiled. */
export interface WasmProgram {
  readonly HEAPU8: Uint8Array;
  readonly FS: {
    readonly root: FileNode;
    nameTable: unknown[];
    currentPath: string;
    streams: (OpenFile | null | undefined)[];
  };
}

/** A file, a folder or a device of such a program; folders have their children in `contents`. */
interface FileNode {
  contents?: unknown;
}

interface OpenFile {
  readonly shared: object;
}

/** Memory grows by parts of this size, and is compared and copied part by part: most are never touched. */
const partSize = 65_536;

const megabyte = 2 ** 20;

/** A program whose memory has grown by more than this is not worth keeping: memory never shrinks. */
const maxGrowth = 128 * megabyte;

/** More memory than any lab needs; with all that WebAssembly may take, a browser gives up the whole page. */
const maxMemory = 512 * megabyte;

/** Makes a program that wants more memory fail with its own error, as on a small machine. Call it before the program starts. */
export function limitMemory(): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function limited(delta) {
    if (this.buffer.byteLength + delta * partSize > maxMemory)
      throw new RangeError('The program needs too much memory.');
    return grow.call(this, delta);
  };
}

/**
 * The memory and the files of a WebAssembly program at one moment. Going back takes a few milliseconds and undoes
 * everything that the program has done since. Take and restore it only while the program isn't running.
 */
export class Snapshot {
  readonly #program: WasmProgram;
  readonly #size: number;
  /** Copies of the parts of the memory, undefined for empty ones. After the last copy, nothing is allocated. */
  readonly #memory: readonly (Uint8Array | undefined)[];
  readonly #restoreFiles: (() => void)[] = [];

  constructor(program: WasmProgram) {
    const { HEAPU8, FS } = program;
    this.#program = program;
    this.#size = HEAPU8.length;
    const parts = partsOf(HEAPU8).map((part) => (isEmpty(part) ? undefined : part.slice()));
    this.#memory = parts.slice(0, parts.findLastIndex((part) => part !== undefined) + 1);
    this.#keepFile(FS.root);
    for (const [at, file] of FS.streams.entries()) if (file) this.#keepOpenFile(at, file);
    const names = [...FS.nameTable];
    const path = FS.currentPath;
    this.#restoreFiles.push(() => Object.assign(FS, { nameTable: [...names], currentPath: path }));
  }

  /** Whether the program has come to need so much memory that a new one is better. */
  get isOutgrown(): boolean {
    return this.#program.HEAPU8.length > this.#size + maxGrowth;
  }

  restore(): void {
    const { HEAPU8, FS } = this.#program;
    for (const [at, part] of partsOf(HEAPU8.subarray(0, this.#memory.length * partSize)).entries()) {
      const before = this.#memory[at];
      if (before) part.set(before);
      else if (!isEmpty(part)) part.fill(0);
    }
    FS.streams = [];
    for (const restore of this.#restoreFiles) restore();
  }

  #keepFile(node: FileNode): void {
    const before = { ...node };
    const { contents } = before;
    if (contents instanceof Uint8Array) {
      const bytes = contents.slice();
      this.#restoreFiles.push(() => {
        reset(node, before);
        contents.set(bytes);
      });
    } else {
      const children = { ...(contents as Record<string, FileNode> | undefined) };
      this.#restoreFiles.push(() => reset(node, { ...before, ...(contents ? { contents: { ...children } } : {}) }));
      for (const child of Object.values(children)) this.#keepFile(child);
    }
  }

  #keepOpenFile(at: number, file: OpenFile): void {
    const before = { ...file };
    const shared = { ...file.shared };
    this.#restoreFiles.push(() => {
      reset(file, before);
      reset(file.shared, shared);
      this.#program.FS.streams[at] = file;
    });
  }
}

/** Gives an object back the properties that it had, and removes those it has gained since. */
function reset(target: object, before: object): void {
  for (const name of Object.keys(target)) if (!(name in before)) Reflect.deleteProperty(target, name);
  Object.assign(target, before);
}

const partsOf = (memory: Uint8Array) =>
  Array.from({ length: memory.length / partSize }, (_, at) => memory.subarray(at * partSize, (at + 1) * partSize));

/** Looks at 32 bytes at a time: this goes over the whole memory before every run. */
function isEmpty(part: Uint8Array): boolean {
  const words = new Int32Array(part.buffer, part.byteOffset, part.length / 4);
  const at = (index: number) => words[index] ?? 0;
  for (let i = 0; i < words.length; i += 8)
    if ((at(i) | at(i + 1) | at(i + 2) | at(i + 3) | at(i + 4) | at(i + 5) | at(i + 6) | at(i + 7)) !== 0) return false;
  return true;
}
