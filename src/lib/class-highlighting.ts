interface HighlightedNode {
  properties?: Record<string, unknown>;
  children?: HighlightedNode[];
}

type HighlightedElement = HighlightedNode & { properties: Record<string, unknown> };

/**
 * Shiki transformer: class names in place of inline styles, which the content security policy forbids.
 * The theme `css-variables` writes `color:var(--astro-code-token-keyword)`; this writes `class="tk-keyword"`.
 */
export const classHighlighting = {
  name: 'class-highlighting',
  /** Shiki leaves the rest of a line plain after half a second. Pages must not depend on how busy the machine is. */
  preprocess(_code: string, options: { tokenizeTimeLimit?: number }) {
    options.tokenizeTimeLimit = 0;
  },
  pre(this: { options?: { meta?: { __raw?: string } } }, node: HighlightedElement) {
    node.properties['class'] = undefined;
    const file = fileOfFence(this.options?.meta?.__raw ?? '');
    if (file) node.properties['data-file'] = file;
  },
  line(node: HighlightedElement) {
    node.properties['class'] = undefined;
  },
  span(node: HighlightedElement) {
    const token = /--[a-z-]*token-([a-z-]+)/u.exec(String(node.properties['style'] ?? ''))?.[1];
    if (token) node.properties['class'] = `tk-${token}`;
  },
  root: removeStyles,
};

/** The file that a fence names, without its region: `from=src/pool.js#borrow` quotes a project, `file=main.js` stands alone. */
function fileOfFence(meta: string): string | undefined {
  return /(?:^|\s)(?:from|file)=([^\s#]+)/u.exec(meta)?.[1];
}

/** Astro adds styles of its own to the lines of a difference, so they go last and everywhere. */
function removeStyles({ properties, children }: HighlightedNode): void {
  if (properties) properties['style'] = undefined;
  for (const child of children ?? []) removeStyles(child);
}
