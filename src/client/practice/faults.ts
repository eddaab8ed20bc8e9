import type { StateFault } from '../stored-state.ts';
import { part } from './parts.ts';

/** What is said when the practice room's memory may not last. */
const faultWords = {
  blocked:
    'Your browser does not let this site store anything. Answers last until you close this page; export them on “My progress” to keep them.',
  full: 'Your browser’s storage is full. Answers last until you close this page; export them on “My progress” to keep them.',
  corrupt: 'Your stored answers could not be read. They were put aside, not deleted; new answers are stored again.',
  partly: 'Some of your stored answers could not be read. They were put aside, not deleted; all others are in use.',
  stuck:
    'Some of your stored answers could not be read, and there is no room to put them aside. New answers last until you close this page; export them on “My progress” to keep them.',
  future:
    'Your answers were stored by a newer version of this site. Reload to use them; until then answers are not stored.',
} as const satisfies Record<StateFault, string>;

/** Shows the words for a fault; what was said once stays for the visit. */
export function showFault(element: HTMLElement, fault: StateFault | undefined): void {
  if (!fault) return;
  const notice = part(element, '[data-fault]');
  notice.hidden = false;
  notice.textContent = faultWords[fault];
}
