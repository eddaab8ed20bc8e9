import { readStored, writeStored } from '#lib/browser/stored-state.ts';

const key = 'wayline:search-slash';

/** Whether `/` opens the search. */
export const isSlashOn = () => readStored(key) !== 'off';

/** Switches `/` on or off, for readers whose speech input or fingers type it by accident. */
export function setSlash(isOn: boolean): void {
  writeStored(key, isOn ? undefined : 'off');
}
