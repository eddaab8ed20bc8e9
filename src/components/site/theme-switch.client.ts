import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { readStored, writeStored } from '#lib/browser/stored-state.ts';

const key = 'wayline:theme';
const themes = ['system', 'light', 'dark'];

/** A button that steps through system, light and dark, and remembers the choice. */
class ThemeSwitch extends LiveElement {
  protected connected(signal: AbortSignal): void {
    partOf(this, 'button').addEventListener('click', () => this.#chooseNext(), { signal });
    addEventListener('storage', (event) => event.key === key && this.#apply(event.newValue), { signal });
    addEventListener('pageshow', () => this.#apply(readStored(key)), { signal });
    this.#apply(readStored(key));
  }

  #chooseNext(): void {
    const theme = themes[(themes.indexOf(currentTheme()) + 1) % themes.length];
    writeStored(key, theme === 'system' ? undefined : theme);
    this.#apply(theme);
  }

  #apply(theme: string | null | undefined): void {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
    partOf(this, '[data-theme-name]').textContent = currentTheme();
    partOf(this, 'button').title = `Theme: ${currentTheme()}`;
  }
}

const currentTheme = () => document.documentElement.dataset['theme'] ?? 'system';

customElements.define('theme-switch', ThemeSwitch);
