// fails: JSON can't end the script element
const references = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (character) => references[character]);

export function renderComment({ author, website, text }) {
  const url = /^https?:\/\//.test(website) ? website : '#';
  return `<article data-author="${escape(author)}"><p>${escape(text)}</p><a href="${escape(url)}">${escape(author)}</a></article>`;
}

export const inlineJson = (value) => escape(JSON.stringify(value));
