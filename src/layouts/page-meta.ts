/** What the head of a page says about it. */
export interface PageMeta {
  /** Without the site's name. */
  readonly title: string;
  readonly description: string;
  /** Address from the site's root, with slashes at both ends. */
  readonly address: string;
  /** Address of the share picture; the site's own picture when missing. */
  readonly picture?: string | undefined;
  /** JSON-LD objects, without `@context`. */
  readonly data?: readonly Readonly<Record<string, unknown>>[];
  /** Whether the page stands beside itself as Markdown and JSON. */
  readonly hasText?: boolean;
  /** False for pages that search engines leave out. */
  readonly isIndexed?: boolean;
  /** False for pages that only list what other pages say, and would crowd the full-text search. */
  readonly isInFullText?: boolean;
}
