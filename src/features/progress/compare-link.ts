/** What a pasted link holds to compare with: the fragment of a shared progress or of a plan, without the `#`. */
export interface CompareLink {
  readonly kind: 'shared' | 'plan';
  readonly fragment: string;
}

/** The most that is looked at of what was pasted. */
const mostCharacters = 8000;

/** Reads a link, or its part from the `#` on; undefined when it is neither a shared progress nor a plan. */
export function readCompareLink(text: string): CompareLink | undefined {
  const typed = text.trim().slice(0, mostCharacters);
  const fragment = typed.slice(typed.indexOf('#') + 1);
  if (fragment.startsWith('shared=')) return { kind: 'shared', fragment };
  return /^v=\d/u.test(fragment) ? { kind: 'plan', fragment } : undefined;
}

/** What a comparison shows, from the fragment of its own address. */
export type Compared =
  | { readonly kind: 'shared'; readonly text: string }
  | { readonly kind: 'plan'; readonly theirs: string; readonly mine: string | undefined };

/** The fragment of a comparison's address, so that it can be reloaded and kept: `shared=…` or `plan=…&mine=…`. */
export function writeCompared(compared: Compared): string {
  if (compared.kind === 'shared') return `shared=${compared.text}`;
  const mine = compared.mine === undefined ? '' : `&mine=${encodeURIComponent(compared.mine)}`;
  return `plan=${encodeURIComponent(compared.theirs)}${mine}`;
}

/** Reads what `writeCompared` wrote; undefined for a fragment of anything else. Never throws. */
export function readCompared(fragment: string): Compared | undefined {
  const text = fragment.replace(/^#/u, '').slice(0, 2 * mostCharacters);
  if (text.startsWith('shared=')) return { kind: 'shared', text: text.slice('shared='.length) };
  if (!text.startsWith('plan=')) return undefined;
  const fields = new URLSearchParams(text);
  return { kind: 'plan', theirs: fields.get('plan') ?? '', mine: fields.get('mine') ?? undefined };
}
