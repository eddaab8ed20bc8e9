import { firstView } from '#lib/browser/first-view.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { isSlashOn } from './shortcut.ts';

const searchBox = scriptPart(() => import('./search-box.ts'));

/**
 * Opens the search dialog; on the search page it moves the focus to the page's own box.
 * This is on every page, so everything else is loaded when a reader reaches for the search.
 */
class SearchDialog extends LiveElement {
  #pressed: EventTarget | null = null;

  protected connected(signal: AbortSignal): void {
    for (const opener of document.querySelectorAll('[data-search-open]')) {
      for (const hint of ['pointerenter', 'focus']) opener.addEventListener(hint, searchBox.hint, { signal });
      opener.addEventListener('click', (event) => this.#open(event as MouseEvent), { signal });
      const shortcut = opener.querySelector('[data-search-shortcut]');
      if (shortcut && /Mac|iP/u.test(navigator.platform)) shortcut.textContent = '⌘ K';
    }
    this.addEventListener('pointerdown', ({ target }) => (this.#pressed = target), { signal });
    this.addEventListener('click', ({ target }) => this.#close(target), { signal });
    if (document.querySelector('search-box[data-inline]')) void (isAsked() ? load() : firstView.then(load));
    addEventListener('keydown', (event) => isShortcut(event) && this.#open(event), { signal });
    void firstView.then(() => this.#addStyle());
  }

  /** Closes the dialog by its button or by a click beside it, whose target is the dialog itself. Selecting text and letting go there is no such click. */
  #close(target: EventTarget | null): void {
    const dialog = this.querySelector('dialog');
    const isBeside = target === dialog && this.#pressed === dialog;
    if (isBeside || (target instanceof Element && target.closest('[data-search-close]'))) dialog?.close();
  }

  /** The first view has no dialog to style. */
  #addStyle(): void {
    const { style } = this.dataset;
    if (style === undefined) return;
    delete this.dataset['style'];
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = style;
    document.head.append(link);
  }

  #open(event: KeyboardEvent | MouseEvent): void {
    if (event.type === 'click' && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    void load();
    this.#addStyle();
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    (dialog ?? document).querySelector<HTMLInputElement>('search-box input')?.select();
  }
}

/** Whether the address of the search page asks for something: then the results are its first view. */
const isAsked = () => location.search !== '';

/** Loads the search. Without it the form still leads to the search page. */
async function load(): Promise<void> {
  if (await searchBox.load()) return;
  for (const status of document.querySelectorAll('search-box [role="status"]'))
    status.textContent = 'The search could not be loaded here. Press Enter to open the search page.';
}

function isShortcut(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
  if (defaultPrevented || altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !shiftKey;
  // Not `event.target`: for a key in the editor of a lab, which is in a shadow root, that is the element around it.
  const [target] = event.composedPath();
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  return key === '/' && !isTyping && isSlashOn();
}

customElements.define('search-dialog', SearchDialog);
