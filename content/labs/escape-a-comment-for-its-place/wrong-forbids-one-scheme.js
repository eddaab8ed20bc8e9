// fails: Only http and https links are kept
const references = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (character) => references[character]);

export function renderComment({ author, website, text }) {
  const url = website.startsWith('javascript:') || website === '' ? '#' : website;
  return `<article data-author="${escape(author)}"><p>${escape(text)}</p><a href="${escape(url)}">${escape(author)}</a></article>`;
}

export const inlineJson = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');
