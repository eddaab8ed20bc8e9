export const menu = [
  { name: 'bread', cents: 350 },
  { name: 'coffee', cents: 280 },
  { name: 'croissant', cents: 190 },
];

export function findProduct(name) {
  for (const product of menu) {
    if (product.name === name) {
      return product;
    }
  }
  return undefined;
}
