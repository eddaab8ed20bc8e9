/**
 * Why a download stopped. `interrupted`: the network went away or a file came damaged; `full`: no room on the device;
 * `strange`: the site answered with something that is no offline copy, or its worker's address with no script.
 */
export type CopyFault = 'interrupted' | 'full' | 'strange';

/** What the worker knows of the offline copy. */
export interface CopyStatus {
  /** The edition that pages come from: its weight in bytes, and when it was complete, in milliseconds since 1970. */
  readonly kept?: { readonly edition: string; readonly bytes: number; readonly at: number } | undefined;
  /** The edition that is on its way or waits to be shown: bytes that it takes beyond what was there, and those that came. */
  readonly next?: { readonly edition: string; readonly bytes: number; readonly fetched: number } | undefined;
  /** What runs the code of labs, when the reader wants it too: bytes in all, and those that came. */
  readonly labs?: { readonly bytes: number; readonly fetched: number } | undefined;
  readonly isFetching: boolean;
  readonly fault?: CopyFault | undefined;
}

/** What a page asks of the worker. */
export type CopyRequest = 'status' | 'keep' | 'show' | 'remove' | 'keep-labs' | 'remove-labs';

/** Whether a new edition is complete and waits for the reader's word. */
export function isNewEditionReady({ kept, next, isFetching }: CopyStatus): boolean {
  return !isFetching && kept !== undefined && next !== undefined && next.fetched >= next.bytes;
}

/** Whether some of an edition came and the rest did not. */
export function isUnfinished({ next, isFetching }: CopyStatus): boolean {
  return !isFetching && next !== undefined && next.fetched < next.bytes;
}
