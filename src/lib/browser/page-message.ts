import { buildButton } from './build.ts';
import { partOf } from './part-of.ts';

/** The message of the page stands in its HTML, so that screen readers know it before it says something. */
const message = () => partOf(document.body, '[data-page-message]');

/** Says something at the foot of the page, with what can be done about it and a button that closes it. */
export function showMessage(said: readonly (Node | string)[], ...actions: readonly HTMLElement[]): void {
  partOf(message(), '[role="status"]').replaceChildren(...said);
  partOf(message(), '[data-actions]').replaceChildren(...actions, buildButton('Close', closeMessage));
  message().dataset['open'] = '';
}

function closeMessage(): void {
  for (const part of message().children) part.replaceChildren();
  delete message().dataset['open'];
}
