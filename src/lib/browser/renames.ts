/** Former topic ids and the present ones, as the page states them. */
export function topicRenames(): ReadonlyMap<string, string> {
  const text = document.querySelector<HTMLMetaElement>('meta[name="wayline:renames"]')?.content ?? '';
  const pairs = text.split(' ').map((pair) => pair.split(':'));
  return new Map(
    pairs.flatMap(([former, present]): [string, string][] => (former && present ? [[former, present]] : [])),
  );
}
