export const article = { version: 1, text: 'First text' };
