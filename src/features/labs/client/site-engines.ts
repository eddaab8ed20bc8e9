import list from 'virtual:lab-engines';
import { scriptPart } from '#lib/browser/script-part.ts';
import { href } from '#lib/href.ts';
import type { Engine } from '../runner/protocol.ts';
import type * as difference from './difference.ts';
import type * as editor from './editor.ts';

/** The editor and the grammar of a language, which are bundled apart from the scripts of pages. */
export const editorPart = (language: Engine) =>
  scriptPart(async () => {
    const { loadGrammar, openEditor }: typeof editor = await import(/* @vite-ignore */ href(list.editor.editor));
    return { grammar: await loadGrammar(language), openEditor };
  });

/** What shows two texts against each other. */
export const differencePart = scriptPart<typeof difference>(
  () => import(/* @vite-ignore */ href(list.editor.difference)),
);
