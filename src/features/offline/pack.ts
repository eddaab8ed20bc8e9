/** A file of the site as the offline copy holds it. */
export interface PackedFile {
  /** What a browser asks for, from the site's folder: `topics/indexing/`, `_astro/site.js`, empty for the home page. */
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** The addresses of a pack's files and their sizes in bytes, in the order in which they follow. */
type PackHead = readonly (readonly [address: string, length: number])[];

/** Joins files to one pack: four bytes with the length of the head, the head as JSON, the files. Gzip comes after. */
export function joinPack(files: readonly PackedFile[]): Uint8Array {
  const list: PackHead = files.map(({ address, bytes }) => [address, bytes.length]);
  const head = new TextEncoder().encode(JSON.stringify(list));
  const pack = new Uint8Array(files.reduce((size, { bytes }) => size + bytes.length, 4 + head.length));
  new DataView(pack.buffer).setUint32(0, head.length);
  pack.set(head, 4);
  let at = 4 + head.length;
  for (const { bytes } of files) {
    pack.set(bytes, at);
    at += bytes.length;
  }
  return pack;
}

/** The files of a pack by their addresses. Throws when the pack is damaged. */
export function splitPack(pack: Uint8Array): Map<string, Uint8Array> {
  const headEnd = 4 + new DataView(pack.buffer, pack.byteOffset, pack.length).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(pack.subarray(4, headEnd))) as PackHead;
  let at = headEnd;
  const files = new Map(
    head.map(([address, length]) => {
      at += length;
      return [address, pack.subarray(at - length, at)];
    }),
  );
  if (at !== pack.length) throw new Error(`The pack has ${pack.length} bytes, and its head tells of ${at}.`);
  return files;
}
