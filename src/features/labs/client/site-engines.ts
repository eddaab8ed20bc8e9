import list from 'virtual:lab-engines';
import type * as difference from './difference.ts';
import type * as editor from './editor.ts';

/** Turns a path from the site's root into an address. */
export const toAddress = (path: string) => `${import.meta.env.BASE_URL.replace(/\/$/u, '')}/${path}`;

/** Loads the editor, which is bundled apart from the scripts of pages. */
export const loadEditor = (): Promise<typeof editor> => import(/* @vite-ignore */ toAddress(list.editor.editor));

/** Loads what shows two texts against each other. */
export const loadDifference = (): Promise<typeof difference> =>
  import(/* @vite-ignore */ toAddress(list.editor.difference));
