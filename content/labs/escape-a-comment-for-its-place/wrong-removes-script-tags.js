// fails: Tags in the text appear as written
const clean = (text) => text.replace(/<\/?script>/gi, '').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

export function renderComment({ author, website, text }) {
  const url = /^https?:\/\//.test(website) ? website.replace(/&/g, '&amp;') : '#';
  return `<article data-author="${clean(author)}"><p>${clean(text)}</p><a href="${clean(url)}">${clean(author)}</a></article>`;
}

export const inlineJson = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');
