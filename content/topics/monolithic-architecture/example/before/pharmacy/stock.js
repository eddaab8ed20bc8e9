const stock = new Map([['rabies vaccine', 40]]);

export function dispense(medicine) {
  if (!stock.get(medicine)) throw new Error(`no ${medicine} left`);
  stock.set(medicine, stock.get(medicine) - 1);
}
