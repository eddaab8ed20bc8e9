// #region kinds
function price(ticket) {
  if (ticket.kind === 'adult') return 2400;
  if (ticket.kind === 'student') return 1600;
  if (ticket.kind === 'group')
    return ticket.size * (ticket.size >= 10 ? 1500 : 2000);
}

function seatCount(ticket) {
  if (ticket.kind === 'adult') return 1;
  if (ticket.kind === 'group') return ticket.size;
}

const cart = [
  { kind: 'adult' },
  { kind: 'student' },
  { kind: 'group', size: 10 },
];
let cents = 0;
let seats = 0;
for (const ticket of cart) {
  cents += price(ticket);
  seats += seatCount(ticket);
}
console.log(cents, seats);
// #endregion kinds
