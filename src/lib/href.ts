import { withBase } from '#content/url.ts';

/** A link to an address of the site, for the folder that it is built for. */
export const href = (address: string) => withBase(address, import.meta.env.BASE_URL);

/** The same with scheme and host, for places that need a whole address. */
export const absoluteHref = (address: string, site: URL | undefined) => new URL(href(address), site).href;
