/** Ids of a list by their places in it, `12 3 14`: ids themselves would make a page of many rows a fifth heavier. */
export const writePlaces = (chosen: readonly string[], ids: readonly string[]): string =>
  chosen.map((id) => ids.indexOf(id)).join(' ');

/** Reads what `writePlaces` wrote; places that the list does not have are left out. */
export const readPlaces = (places: string, ids: readonly string[]): readonly string[] =>
  places.split(' ').flatMap((place) => (place === '' ? [] : (ids[Number(place)] ?? [])));
