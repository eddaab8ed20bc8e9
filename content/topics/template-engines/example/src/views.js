import { Eta } from 'eta';
import { join } from 'node:path';
import sanitizeHtml from 'sanitize-html';

const views = join(import.meta.dirname, '../views');
const cache = process.env.NODE_ENV === 'production';

// #region engines
const html = new Eta({ views, cache }); // escapes each value
const text = new Eta({ views, cache, autoEscape: false, autoTrim: false });
const helpers = { cleanHtml, scriptJson, webUrl };

export function renderPage(name, data) {
  return html.render(name, { ...data, ...helpers });
}

export function renderEmail(name, data) {
  return {
    html: html.render(`email/${name}.html.eta`, data),
    text: text.render(`email/${name}.txt.eta`, data),
  };
}
// #endregion engines

// #region helpers
/** A URL that's safe in `href`, or undefined. */
export function webUrl(input) {
  const url = URL.parse(input ?? '');
  return ['http:', 'https:'].includes(url?.protocol) ? url.href : undefined;
}

/** JSON that can't end the script element that it stands in. */
export function scriptJson(data) {
  return JSON.stringify(data ?? null).replaceAll('<', '\\u003c');
}

/** HTML from an editor, reduced to what we allow. */
export function cleanHtml(input) {
  return sanitizeHtml(input, {
    allowedTags: ['p', 'b', 'i', 'em', 'strong', 'ul', 'ol', 'li', 'a'],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: false,
  });
}
// #endregion helpers
