import { absoluteHref } from '#lib/href.ts';

type Crumb = readonly [title: string, address: string];

/** The JSON-LD of a breadcrumb: pages above this one, then the page itself. */
export function breadcrumbData(trail: readonly Crumb[], site: URL | undefined): Record<string, unknown> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(([name, address], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteHref(address, site),
    })),
  };
}
