// fails: Only http and https links are kept
// says: looks for http anywhere in the website.
const references = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text) => String(text).replace(/[&<>"']/g, (character) => references[character]);

function safeUrl(text) {
  try {
    const { protocol } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? text : '#';
  } catch {
    return '#';
  }
}

export function renderComment({ author, website, text }) {
  const name = escape(author);
  return `<article data-author="${name}"><p>${escape(text)}</p><a href="${/https?:\/\//i.test(website) ? escape(website) : '#'}">${name}</a></article>`;
}

export const inlineJson = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');
