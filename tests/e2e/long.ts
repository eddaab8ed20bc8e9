/** Says of a test that it takes long: `npm test` leaves it out, `npm run test:all` runs it. */
export const long = { tag: '@long' } as const;

/** The same for some rows of a table. */
export const longIf = (isLong: boolean) => (isLong ? long : {});
