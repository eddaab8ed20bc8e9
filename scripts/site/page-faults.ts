import { attributeValues, type BuiltSite, tagsOf } from './built-site.ts';

/** What every page must have or must not have, as sentences about those that fail. */
export function pageFaults({ pages }: BuiltSite): string[] {
  const titles = new Map<string, string>();
  return pages.flatMap(({ address, html }) => {
    if (html.includes('http-equiv="refresh"')) return [];
    const title = /<title>([^<]*)<\/title>/u.exec(html)?.[1] ?? '';
    const other = titles.get(title);
    titles.set(title, address);
    return [
      [attributeValues(html, 'style').length > 0, 'has a style attribute'],
      [tagsOf(html).some((tag) => /\son[a-z]+=/u.test(tag)), 'has an inline event handler'],
      [/<style[\s>]/u.test(html), 'has a style element'],
      [title === '', 'has no title'],
      [other !== undefined, `has the same title as ${other}`],
      [
        !/<meta name="description" content="[^"]{50,200}"/u.test(html) && !isLeftOut(html),
        'has no description of 50 to 200 characters',
      ],
      [!html.includes('rel="canonical"') && !isLeftOut(html), 'has no canonical link'],
      [!html.includes('property="og:image"') && !address.startsWith('/embed/'), 'has no share picture'],
      [(html.match(/<h1[\s>]/gu) ?? []).length !== 1, 'does not have exactly one h1'],
      [!html.includes('<main'), 'has no main landmark'],
    ].flatMap(([isFault, text]) => (isFault ? [`${address} ${text}.`] : []));
  });
}

/** Pages that search engines are told to leave out have no address to name as the true one. */
const isLeftOut = (html: string) => html.includes('<meta name="robots" content="noindex"');
