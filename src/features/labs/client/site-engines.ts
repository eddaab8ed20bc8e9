import list from 'virtual:lab-engines';
import { scriptPart } from '#lib/browser/script-part.ts';
import type { Engine } from '../runner/protocol.ts';
import type * as difference from './difference.ts';
import type * as editor from './editor.ts';

/** Turns a path from the site's root into an address. */
export const toAddress = (path: string) => `${import.meta.env.BASE_URL.replace(/\/$/u, '')}/${path}`;

/** The editor and the grammar of a language, which are bundled apart from the scripts of pages. */
export const editorPart = (language: Engine) =>
  scriptPart(async () => {
    const { loadGrammar, openEditor }: typeof editor = await import(/* @vite-ignore */ toAddress(list.editor.editor));
    return { grammar: await loadGrammar(language), openEditor };
  });

/** What shows two texts against each other. */
export const differencePart = scriptPart<typeof difference>(
  () => import(/* @vite-ignore */ toAddress(list.editor.difference)),
);
