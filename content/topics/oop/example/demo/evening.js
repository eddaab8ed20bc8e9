// #region evening
import { SeatPlan } from '../src/seat-plan.js';

const plan = new SeatPlan(['C3', 'C4', 'C5']);
plan.hold(['C4'], 'order 71');
try {
  plan.hold(['C3', 'C4'], 'order 72');
} catch (error) {
  console.log(error.message);
}
plan.freeSeats().push('C4');
console.log(plan.freeSeats(), plan.orders);
// #endregion evening
