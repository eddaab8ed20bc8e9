import { readStored, setAside, writeStored } from '#lib/browser/stored-state.ts';
import { noPlans, plansFormat, type SavedPlans } from '../saved-plans.ts';

const key = 'wayline:plan';

/** A sentence for the reader about what went wrong with the saved plans, or nothing. */
let error = '';

/** Whether the stored plans must not be overwritten. */
let isLocked = false;

/** Reads the saved plans. If they can't be read, a copy of the text is set aside before anything overwrites it. */
export function readPlans(): SavedPlans {
  const text = readStored(key);
  if (text === undefined) return noPlans;
  const parsed = plansFormat.parse(text);
  if (parsed.ok && parsed.errors === 0) return parsed.value;
  if (!parsed.ok && parsed.error === 'future') {
    isLocked = true;
    error =
      'Your saved plans were written by a newer version of Wayline and are left as they are. Reload the page to use them.';
    return noPlans;
  }
  const cause = setAside(key, text);
  isLocked = cause !== undefined;
  const value = parsed.ok ? parsed.value : noPlans;
  error = `${parsed.ok ? 'Some of your saved plans' : 'Your saved plans'} could not be read. `;
  error += cause ? 'They are left as they are, and nothing is saved.' : 'A copy of them is kept in this browser.';
  if (!cause) writeStored(key, plansFormat.serialize(value));
  return value;
}

/** Changes the saved plans as they are now, with the changes of other tabs. Returns a sentence if that failed. */
export function changePlans(change: (plans: SavedPlans) => SavedPlans): string {
  const before = readPlans();
  const cause = isLocked ? undefined : writeStored(key, plansFormat.serialize(change(before)));
  if (cause === 'full') return 'This browser has no room left, so the plan is not saved. Its link still contains it.';
  if (cause === 'blocked') return 'This browser blocks storage, so the plan is not saved. Its link still contains it.';
  return error;
}

/** What went wrong with the saved plans, in a sentence, or nothing. */
export function plansError(): string {
  return error;
}

/** Calls the listener when another tab changes the saved plans. */
export function watchPlans(listener: () => void, signal: AbortSignal): void {
  addEventListener('storage', (event) => event.key === key && listener(), { signal });
}
