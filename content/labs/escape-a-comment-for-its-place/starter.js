export function renderComment({ author, website, text }) {
  return `<article data-author="${author}"><p>${text}</p><a href="${website}">${author}</a></article>`;
}

export const inlineJson = (value) => JSON.stringify(value);
