/** The keyboard of an input with a list of links, by the APG's combobox pattern: the focus stays in the input. */
export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  /** Whether the first option is active as soon as there are options, so that Enter takes it. */
  readonly #takesFirst: boolean;
  /** The option that the reader moved to; undefined until they move. */
  #chosen: string | undefined;

  constructor(
    input: HTMLInputElement,
    list: HTMLElement,
    { signal, takesFirst }: { signal: AbortSignal; takesFirst: boolean },
  ) {
    this.#input = input;
    this.#list = list;
    this.#takesFirst = takesFirst;
    input.addEventListener('keydown', (event) => this.#press(event), { signal });
  }

  /** Follows a change of the list. The option that the reader moved to stays active if it is still there. */
  refresh(): void {
    const options = this.#options();
    this.#input.ariaExpanded = String(options.length > 0);
    // An empty list box is an error to assistive technology.
    this.#list.role = options.length > 0 ? 'listbox' : null;
    const kept = options.find(({ href }) => href === this.#chosen);
    this.#activate(kept ?? (this.#takesFirst ? options[0] : undefined));
  }

  /** Forgets where the reader moved to. Until the next list no option is active, because the list still answers an earlier query. */
  reset(): void {
    this.#chosen = undefined;
    this.#activate(undefined);
  }

  /** The active option, if any. */
  get active(): HTMLAnchorElement | undefined {
    return this.#options().find(({ id }) => id === this.#input.getAttribute('aria-activedescendant'));
  }

  #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.#take(event);
    // In a dialog, Escape closes it.
    if (event.key === 'Escape' && !this.#input.closest('dialog')) this.#clear();
    const to = this.#target(event);
    if (to === undefined) return;
    event.preventDefault();
    const option = this.#options().at(to);
    this.#chosen = option?.href;
    this.#activate(option);
  }

  /** Where a key moves to, as an index that may count from the end; undefined when the key is the input's own. */
  #target({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): number | undefined {
    const options = this.#options();
    if (options.length === 0 || altKey || ctrlKey || metaKey || shiftKey) return undefined;
    const at = this.active ? options.indexOf(this.active) : -1;
    const { selectionStart, selectionEnd, value } = this.#input;
    if (key === 'ArrowDown') return (at + 1) % options.length;
    if (key === 'ArrowUp') return at < 0 ? -1 : at - 1;
    if (key === 'Home' && (this.#chosen !== undefined || selectionEnd === 0)) return 0;
    if (key === 'End' && (this.#chosen !== undefined || selectionStart === value.length)) return -1;
    return undefined;
  }

  #take(event: KeyboardEvent): void {
    const { active } = this;
    if (!active) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) window.open(active.href, '_blank', 'noopener');
    else active.click();
  }

  #clear(): void {
    this.#input.value = '';
    this.#input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #activate(option: HTMLAnchorElement | undefined): void {
    for (const other of this.#options()) other.ariaSelected = String(other === option);
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    this.#input.setAttribute('aria-activedescendant', option.id);
    if (this.#chosen !== undefined) option.scrollIntoView({ block: 'nearest' });
  }
}
