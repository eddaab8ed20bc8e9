import { type CopyFault, type CopyStatus, isNewEditionReady, isUnfinished } from './status.ts';

/** `6213000` as "6.2 MB"; "0.0 MB" for nothing only. */
export function megabytesText(bytes: number): string {
  return `${(bytes === 0 ? 0 : Math.max(0.1, bytes / 1_000_000)).toFixed(1)} MB`;
}

/** Why a download stopped, and what happens next. */
export const faultWords = {
  interrupted: 'The download was interrupted. What came is kept, and it goes on from there on your next visit.',
  full: 'There is no room left on this device. What came is kept; make room and go on, or remove the offline copy.',
  strange:
    'The site did not answer with an offline copy. Either your network wants you to sign in first, or this site no longer offers a copy. If this stays, remove the offline copy to see the site as it is now.',
} as const satisfies Record<CopyFault, string>;

/** The state of the offline copy in a sentence or two. */
export function statusWords(status: CopyStatus): string {
  return [keptWords(status), nextWords(status)].filter(Boolean).join(' ');
}

/**
 * What the copy knows of labs.
 * @param weight what labs would take, in bytes; undefined while that is not known.
 */
export function labsWords({ labs, isFetching }: CopyStatus, weight: number | undefined): string {
  if (!labs)
    return `Labs and samples still need a network to run code.${weight ? ` What runs them can be kept too: ${megabytesText(weight)}.` : ''}`;
  if (labs.bytes > 0 && labs.fetched >= labs.bytes)
    return `Labs and samples run without a network too: ${megabytesText(labs.bytes)}.`;
  const part = labs.bytes > 0 ? `: ${megabytesText(labs.fetched)} of ${megabytesText(labs.bytes)}` : '';
  return isFetching ? `Downloading what runs labs${part}.` : `What runs labs did not come whole${part}.`;
}

/** What went wrong, if anything did. Being offline is nothing wrong for a copy that is whole. */
export function faultText({ fault, next, kept }: CopyStatus): string {
  if (!fault) return '';
  if (fault !== 'interrupted' || next) return faultWords[fault];
  return kept
    ? 'A new edition could not be looked for without a network.'
    : 'The download could not begin without a network.';
}

function keptWords({ kept }: CopyStatus): string {
  if (!kept) return '';
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(kept.at);
  return `This site is kept on your device as it was on ${day}: ${megabytesText(kept.bytes)}.`;
}

function nextWords(status: CopyStatus): string {
  const { kept, next } = status;
  if (!next) return '';
  if (isNewEditionReady(status)) return 'A new edition of this site is ready.';
  const part = `${megabytesText(next.fetched)} of ${megabytesText(next.bytes)}`;
  if (isUnfinished(status)) return `${part} of ${kept ? 'a new edition' : 'the offline copy'} came so far.`;
  return `Downloading ${kept ? 'a new edition' : 'the offline copy'}: ${part}. You can read on meanwhile.`;
}
