import * as firstTry from '../src/first-try.js';
import { multiply, toText } from '../src/money.js';

// 160 tickets of each length from 1 to 240 minutes.
const tickets = Array.from({ length: 38_400 }, (_, n) => 1 + (n % 240));

const cents = (minutes, mode) => multiply(BigInt(minutes), '4.5', mode);
const sumOfReceipts = (mode) =>
  tickets.reduce((sum, minutes) => sum + cents(minutes, mode), 0n);

let sum = 0;
for (const minutes of tickets) sum += Number(firstTry.receipt(minutes));

console.log('                5 minutes  all receipts');
console.log('first try      ', firstTry.receipt(5).padStart(9), ` ${sum}`);
for (const mode of ['half-up', 'half-even']) {
  const five = toText(cents(5, mode), 'EUR').padStart(9);
  const all = toText(sumOfReceipts(mode), 'EUR');
  console.log(mode.padEnd(15), five, ` ${all}`);
}
console.log(`month total, first try: ${firstTry.monthTotal(tickets)}`);

const minutes = tickets.reduce((total, ticket) => total + BigInt(ticket), 0n);
const exact = multiply(minutes, '4.5', 'half-up');
console.log(`month total, exact: ${toText(exact, 'EUR')}`);
