/** Why a write to the browser's storage did not happen. */
export type StorageFault = 'blocked' | 'full';

/** Reads a value; undefined when there is none or the browser blocks storage. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes a value, or removes it when undefined; tells why when that was not possible. */
export function writeStored(key: string, value: string | undefined): StorageFault | undefined {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return undefined;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
  }
}
