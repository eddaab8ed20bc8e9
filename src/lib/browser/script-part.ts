import { buildButton } from './build.ts';
import { showMessage } from './page-message.ts';

/** A part of the page's script that is loaded when it is needed. */
export interface ScriptPart<Module> {
  /** Loads the part; undefined when that fails, after the reader was told. */
  load(): Promise<Module | undefined>;
  /** Loads the part ahead of time, when the reader is about to need it. The next `load` reports a failure. */
  hint(): void;
}

/**
 * The one way to `import()` in a page. A tab that was opened before the last builds asks for files that are gone: then
 * the page says so and offers to reload, which brings the new ones.
 */
export function scriptPart<Module>(importIt: () => Promise<Module>): ScriptPart<Module> {
  return {
    load: () => importIt().catch(tellFailure),
    hint: () => void importIt().catch(() => {}),
  };
}

function tellFailure(error: unknown): undefined {
  console.error(error);
  const reload = buildButton('Reload the page', () => location.reload());
  if (navigator.onLine) showMessage(['A part of this page could not be loaded.'], reload);
  else showMessage(['A part of this page could not be loaded, because you are offline.']);
}
