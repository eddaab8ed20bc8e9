import { LiveElement } from '#lib/browser/live-element.ts';
import { readStored, writeStored } from '#lib/browser/stored-state.ts';

const key = 'wayline:theme';
const themes = ['system', 'light', 'dark'] as const;

/** A button that steps through system, light and dark, and remembers the choice. */
class ThemeSwitch extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const button = this.querySelector('button');
    const name = this.querySelector('[data-theme-name]');
    if (!button || !name) throw new Error('theme-switch needs a button and a [data-theme-name].');
    const show = () => {
      name.textContent = document.documentElement.dataset['theme'] ?? 'system';
      button.title = `Theme: ${name.textContent}`;
    };
    button.addEventListener('click', () => this.#choose(nextTheme(), show), { signal });
    addEventListener('storage', (event) => event.key === key && this.#apply(event.newValue, show), { signal });
    addEventListener('pageshow', () => this.#apply(readStored(key) ?? null, show), { signal });
    this.#apply(readStored(key) ?? null, show);
  }

  #choose(theme: string, show: () => void): void {
    writeStored(key, theme === 'system' ? undefined : theme);
    this.#apply(theme, show);
  }

  #apply(theme: string | null, show: () => void): void {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
    show();
  }
}

function nextTheme(): string {
  const current = themes.indexOf((document.documentElement.dataset['theme'] ?? 'system') as (typeof themes)[number]);
  return themes[(current + 1) % themes.length] ?? 'system';
}

customElements.define('theme-switch', ThemeSwitch);
