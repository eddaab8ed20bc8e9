import { build } from '#lib/browser/build.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { type Attempt, assistantText, type Wish } from '../assistant-text.ts';

/** Copies the page with instructions for a chatbot; nothing is sent anywhere. */
class AssistantCopy extends HTMLElement {
  #page: Promise<string> | undefined;

  connectedCallback(): void {
    const open = partOf<HTMLButtonElement>(this, 'button');
    open.onclick = () => this.#toggle(open);
    for (const button of this.querySelectorAll<HTMLElement>('[data-wish]'))
      button.onclick = () => void this.#copy(button.dataset['wish'] as Wish);
    open.disabled = false;
  }

  /** The text is fetched when the menu opens: browsers allow copying only right after a click. */
  #toggle(open: HTMLButtonElement): void {
    const menu = partOf(this, '#assistant-menu');
    menu.hidden = !menu.hidden;
    open.ariaExpanded = String(!menu.hidden);
    this.#page ??= this.#read();
    this.#page.catch(() => {
      this.#page = undefined;
    });
  }

  async #read(): Promise<string> {
    const { file } = this.dataset;
    if (file === undefined) return `# ${document.title}\n\n${JSON.parse(partOf(this, 'script').textContent)}`;
    const response = await fetch(file);
    if (!response.ok) throw new Error(`${file} answers ${response.status}.`);
    return await response.text();
  }

  async #copy(wish: Wish): Promise<void> {
    const status = partOf(this, '[role="status"]');
    const page = await (this.#page ?? this.#read()).catch(() => partOf(document.body, '.prose').innerText);
    const text = assistantText(wish, page, attempt());
    const box = build('textarea', '', text);
    box.ariaLabel = 'Text for your assistant';
    if (await copyText(text)) status.textContent = 'Copied. Paste it into your assistant.';
    else status.replaceChildren('Select this and copy it: ', box);
  }
}

/** What the reader wrote in the lab on this page. */
function attempt(): Attempt | undefined {
  return document.querySelector<HTMLElement & { readonly attempt?: Attempt }>('lab-workbench')?.attempt;
}

customElements.define('assistant-copy', AssistantCopy);
