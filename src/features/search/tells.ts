/** How steeply a word tells more of a page with a larger share of the searches that have it. */
const steepness = 1000;

/** What a word tells of a page that has a share of the searches with it, in nats. */
export const tells = (share: number): number => Math.log1p(steepness * share);
