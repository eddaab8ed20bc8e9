// Two-phase commit between two databases, with two crashes.
import { dieAt, look, openLab, reset } from '../dev/lab.js';
import { recover, transfer } from '../src/coordinator.js';

const lab = await openLab();
await reset(lab);
const { nord, sued, log } = lab;

async function show(label, run) {
  const outcome = await run().catch((error) => error.message);
  const { nord, sued, inDoubt } = await look(lab);
  console.log(
    `${label}: ${outcome}\n  nord ${nord} + sued ${sued} = ${nord + sued}, in doubt: ${inDoubt}`,
  );
}
const move = (id, units, point) => () =>
  transfer({ from: nord, to: sued, log }, { id, units }, dieAt(point));
const recovery = async () =>
  `finished ${(await recover({ banks: [nord, sued], log, olderThan: '0' })).finished}`;

await show('t1', move('t1', 1));
await show('t2, too many', move('t2', 40));
await show('t3', move('t3', 1, 'prepared sued'));
await show('t4 meanwhile', move('t4', 2));
await show('recovery', recovery);
await show('t5', move('t5', 1, 'between the messages'));
await show('recovery', recovery);
await lab.close();
