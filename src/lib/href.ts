/** A link to an address of the site, for the folder that it is built for. */
export const href = (address: string) => withBase(address, import.meta.env.BASE_URL);

/** The same with scheme and host, for places that need a whole address. */
export const absoluteHref = (address: string, site: URL | undefined) => new URL(href(address), site).href;

/**
 * An address of the site as a link on a page writes it.
 * @param base the folder that the host serves the site from, `/` or `/folder` or `/folder/`.
 */
export function withBase(address: string, base: string): string {
  return base.replace(/\/$/u, '') + address;
}
