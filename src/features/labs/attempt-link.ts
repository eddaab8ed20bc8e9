import { fromBase64Url, toBase64Url } from '#lib/base64url.ts';

/** The most code that goes into a link, in bytes. */
export const maxShared = 8192;

/** The longest fragment that such code can produce, with room to spare: at worst, deflate makes it slightly longer. */
const maxFragment = 12_000;

const prefix = '#attempt=';

const version = '1.';

const damaged = 'This link is damaged: the code in it can’t be read. Ask for the link again, and copy all of it.';
const tooLarge = 'This link holds more than 8 KB of code, which is more than this page opens.';
const newer = 'This link was made by a newer version of this site. Reload the page, and open the link again.';
const otherLab = 'This link holds code for another lab, so it isn’t shown here.';

/** What an address holds: someone's code, or a sentence that says why it can't be read. */
type ReadAttempt = { readonly code: string } | { readonly error: string };

/** The fragment of an address that holds the code of a lab; undefined when the code is too long for one. */
export async function toFragment(lab: string, code: string): Promise<string | undefined> {
  if (new TextEncoder().encode(code).length > maxShared) return undefined;
  const stream = new Blob([`${lab}\n${code}`]).stream().pipeThrough(new CompressionStream('deflate'));
  return prefix + version + toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Reads what `toFragment` wrote, and copes with anything else; undefined for a fragment of another kind. */
export async function readFragment(lab: string, fragment: string): Promise<ReadAttempt | undefined> {
  if (!fragment.startsWith(prefix)) return undefined;
  const text = fragment.slice(prefix.length);
  if (text.length > maxFragment) return { error: tooLarge };
  if (/^[2-9]\d*\./u.test(text)) return { error: newer };
  const bytes = text.startsWith(version) && fromBase64Url(text.slice(version.length));
  if (!bytes) return { error: damaged };
  try {
    const [id, code] = (await inflate(bytes)).split(/\n(.*)/su);
    if (code === undefined) return { error: damaged };
    if (new TextEncoder().encode(code).length > maxShared) return { error: tooLarge };
    return id === lab ? { code } : { error: otherLab };
  } catch (error) {
    // The bytes are no deflate stream, or no text.
    if (error instanceof TypeError) return { error: damaged };
    throw error;
  }
}

/** Inflates a text. Stops once it is clearly too large: a few bytes can expand to a great many. */
async function inflate(bytes: Uint8Array): Promise<string> {
  const reader = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
    .getReader();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    text += read.value;
    if (text.length <= 2 * maxShared) continue;
    await reader.cancel();
    break;
  }
  return text;
}
