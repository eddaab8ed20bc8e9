import list from 'virtual:lab-engines';
import { scriptPart } from '#lib/browser/script-part.ts';
import { href } from '#lib/href.ts';
import type { Engine } from '../runner/protocol.ts';
import type * as editor from './editor.ts';
import type { CodeEditor, FieldOptions, TextSelection } from './editor.ts';

/** The editor and the grammar of a language, which are bundled apart from page scripts. */
const editorPart = (language: Engine) =>
  scriptPart(async () => {
    const { loadGrammar, openEditor }: typeof editor = await import(/* @vite-ignore */ href(list.editor.editor));
    return { grammar: await loadGrammar(language), openEditor };
  });

/**
 * Code on a page that readers can edit. It starts as the page's own highlighted text, which takes keys at once. On the
 * first focus, or when there is code of the reader's, the editor is loaded and takes over the text and the caret. If the
 * editor can't be loaded, the text stays.
 */
export class CodeField {
  readonly #element: HTMLElement;
  readonly #options: FieldOptions;
  readonly #editorPart: ReturnType<typeof editorPart>;
  #text: string;
  #editor: CodeEditor | undefined;
  #opening: Promise<void> | undefined;

  constructor(element: HTMLElement, text: string, options: FieldOptions) {
    this.#element = element;
    this.#options = options;
    this.#editorPart = editorPart(options.language);
    this.#text = text;
  }

  get text(): string {
    return this.#editor?.text ?? this.#text;
  }

  set text(text: string) {
    this.#text = text;
    const code = this.#code();
    if (this.#editor) this.#editor.text = text;
    else if (code) code.textContent = text;
    code?.closest('pre')?.toggleAttribute('data-no-last-break', !text.endsWith('\n'));
  }

  /** Makes the code of the page editable. */
  listen(signal: AbortSignal): void {
    const code = this.#code();
    if (!code) return;
    const { label, onChange } = this.#options;
    code.contentEditable = 'plaintext-only';
    code.spellcheck = false;
    for (const [name, value] of Object.entries({ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label }))
      code.setAttribute(name, value);
    // The block that scrolls doesn't have to take focus when its content does.
    code.tabIndex = 0;
    const block = code.closest('pre');
    block?.removeAttribute('tabindex');
    // Firefox ignores clicks beside the code.
    block?.addEventListener('click', () => code.focus(), { signal });
    code.addEventListener('keydown', (event) => this.#obey(event));
    code.addEventListener('beforeinput', (event) => this.#typeOverSelection(event, code));
    code.addEventListener('input', () => {
      this.#text = code.textContent;
      onChange(this.#text);
    });
    this.#element.addEventListener('pointerenter', this.#editorPart.hint, { signal, once: true });
    this.#element.addEventListener('focusin', () => void this.open(), { signal });
  }

  markLine(line: number | undefined): void {
    this.#editor?.markLine(line);
  }

  focus(): void {
    (this.#editor ?? this.#code())?.focus();
  }

  /** Replaces the text with the editor, once. */
  open(): Promise<void> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<void> {
    const part = await this.#editorPart.load();
    if (!part) {
      // The next focus tries again.
      this.#opening = undefined;
      return;
    }
    const code = this.#code();
    // The reader may have moved on while it was loading.
    const isHere = this.#element.contains(document.activeElement);
    this.#editor = part.openEditor(this.#element, {
      ...this.#options,
      grammar: part.grammar,
      text: this.#text,
      selection: code && selectionIn(code),
      onChange: (text) => {
        this.#text = text;
        this.#options.onChange(text);
      },
    });
    if (isHere) this.#editor.focus();
  }

  /** WebKit would give typed text the colors of what it replaces, in a style attribute, which the policy forbids. */
  #typeOverSelection(event: InputEvent, code: HTMLElement): void {
    const selection = getSelection();
    if (event.inputType !== 'insertText' || !event.data || !selection || selection.isCollapsed) return;
    event.preventDefault();
    const typed = new Text(event.data);
    selection.deleteFromDocument();
    selection.getRangeAt(0).insertNode(typed);
    selection.setPosition(typed, typed.length);
    code.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** Handles the editor's shortcuts until the editor is there. */
  #obey(event: KeyboardEvent): void {
    const isRun = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isRun && event.key !== 'Escape') return;
    event.preventDefault();
    if (isRun) this.#options.onRun();
    else this.#options.onLeave();
  }

  #code(): HTMLElement | undefined {
    return this.#editor ? undefined : (this.#element.querySelector<HTMLElement>('pre code') ?? undefined);
  }
}

/** What is selected in an element, as offsets into its text. */
function selectionIn(element: HTMLElement): TextSelection | undefined {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {};
  if (!anchorNode || !focusNode || !element.contains(anchorNode) || !element.contains(focusNode)) return undefined;
  return {
    anchor: offsetIn(element, anchorNode, anchorOffset ?? 0),
    head: offsetIn(element, focusNode, focusOffset ?? 0),
  };
}

function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
