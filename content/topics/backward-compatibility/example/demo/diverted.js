import * as strict from '../src/strict-app.js';
import * as tolerant from '../src/tolerant-app.js';

const flights = [
  { number: 'KL123', status: 'boarding', gate: 'B4' },
  { number: 'KL124', status: 'boarding', gate: 'B4', delayMinutes: 40 },
  { number: 'KL125', status: 'diverted', gate: 'B4' },
  { number: 'KL126', status: 'boarding', gate: null },
];
for (const [name, { line }] of Object.entries({ strict, tolerant })) {
  for (const flight of flights) {
    let text;
    try {
      text = line(flight);
    } catch (error) {
      text = `${error.name} ${error.issues[0].path}: ${error.issues[0].message}`;
    }
    console.log(name.padEnd(8), flight.number, text);
  }
}
