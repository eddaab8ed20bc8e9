export function isPuppy({ species, ageInMonths }) {
  return species === 'dog' && ageInMonths < 12;
}
