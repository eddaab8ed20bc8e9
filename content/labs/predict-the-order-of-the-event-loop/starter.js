export const answer = 'ABCDEFG';
