import type { Engine } from '../runner/protocol.ts';
import type { CodeEditor } from './editor.ts';

interface FieldOptions {
  readonly language: Engine;
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
}

/**
 * Code on a page that becomes an editor when the reader touches it. Until then the page shows its own text, and nothing of
 * the editor is loaded. Where the editor cannot be loaded, a plain field takes its place.
 */
export class CodeField {
  readonly #element: HTMLElement;
  readonly #options: FieldOptions;
  #text: string;
  #editor: CodeEditor | undefined;
  #opening: Promise<void> | undefined;

  constructor(element: HTMLElement, text: string, options: FieldOptions) {
    this.#element = element;
    this.#options = options;
    this.#text = text;
  }

  get text(): string {
    return this.#editor?.text ?? this.#text;
  }

  set text(text: string) {
    this.#text = text;
    if (this.#editor) this.#editor.text = text;
    else this.#show();
  }

  /** Opens the editor with the first click, key or focus in the element, and loads it when the pointer comes near. */
  listen(signal: AbortSignal): void {
    const load = () => void import('./editor.ts').catch(() => {});
    const open = () => void this.open();
    this.#element.addEventListener('pointerenter', load, { signal, once: true });
    for (const name of ['pointerdown', 'focusin'] as const)
      this.#element.addEventListener(name, open, { signal, once: true });
  }

  markLine(line: number | undefined): void {
    this.#editor?.markLine(line);
  }

  open(): Promise<void> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<void> {
    const { language, label, onRun, onLeave } = this.#options;
    const onChange = (text: string) => {
      this.#text = text;
      this.#options.onChange(text);
    };
    try {
      const { openEditor } = await import('./editor.ts');
      this.#editor = await openEditor(this.#element, { language, label, text: this.#text, onChange, onRun, onLeave });
    } catch (error) {
      this.#editor = openPlainField(this.#element, { label, text: this.#text, onChange });
      console.warn('The editor could not be loaded; a plain field takes its place.', error);
    }
    this.#editor.focus();
  }

  /** Puts the text where the page showed another one. */
  #show(): void {
    const code = this.#element.querySelector('code');
    if (code) code.textContent = this.#text;
  }
}

function openPlainField(
  element: HTMLElement,
  { label, text, onChange }: { label: string; text: string; onChange: (text: string) => void },
): CodeEditor {
  const area = document.createElement('textarea');
  area.setAttribute('aria-label', label);
  area.spellcheck = false;
  area.value = text;
  area.addEventListener('input', () => onChange(area.value));
  element.replaceChildren(area);
  return {
    get text() {
      return area.value;
    },
    set text(value: string) {
      area.value = value;
    },
    focus: () => area.focus(),
    markLine: () => {},
  };
}
