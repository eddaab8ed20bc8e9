/** Where the searches for a page stand: `searches.txt` beside an `index.mdx`, `<id>.searches.txt` beside an `<id>.mdx`. */
export function searchesPathOf(page: string): string {
  return page.replace(/\/index\.mdx$/u, '/searches.txt').replace(/\.mdx$/u, '.searches.txt');
}
