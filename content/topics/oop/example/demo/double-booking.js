// #region before
const holds = [];

function buyOnline(seat, order) {
  if (holds.some((hold) => hold.seat === seat)) {
    throw new Error(`${seat} is taken`);
  }
  holds.push({ seat, order });
}

function bookSchoolClass(seats, order) {
  for (const seat of seats) holds.push({ seat, order });
}

buyOnline('C4', 'order 71');
bookSchoolClass(['C3', 'C4'], 'order 72');
console.log(holds.filter((hold) => hold.seat === 'C4'));
// #endregion before
