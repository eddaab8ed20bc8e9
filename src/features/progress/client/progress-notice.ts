import { LiveElement } from '#lib/browser/live-element.ts';
import type { StateError } from '#lib/browser/stored-state.ts';
import { progress } from './progress-store.ts';

const words = {
  blocked:
    'Your browser does not let this site store anything. Marks last until you close this page; back them up on “My progress”.',
  full: 'Your browser’s storage is full. Marks last until you close this page; back them up on “My progress”.',
  corrupt:
    'The stored progress could not be read. It was set aside, not deleted (see “My progress”). New marks are stored.',
  partly:
    'Some of the stored marks could not be read. They were set aside, not deleted (see “My progress”). All others are in use.',
  stuck:
    'Some of the stored progress could not be read, and there is no room to set it aside. Marks last until you close this page; back them up on “My progress”.',
  future:
    'Your progress was stored by a newer version of this site. Reload the page to use it; until then, marks are not stored.',
} as const satisfies Record<StateError, string>;

/** Tells the reader when marks may not last. It is on every page, because most pages can make marks. */
class ProgressNotice extends LiveElement {
  protected connected(signal: AbortSignal): void {
    let said: StateError | undefined;
    progress.watch((_marks, error) => {
      said = error ?? said;
      this.hidden = said === undefined;
      this.textContent = said ? words[said] : '';
    }, signal);
  }
}

customElements.define('progress-notice', ProgressNotice);
