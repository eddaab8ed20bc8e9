import { provider } from '../src/provider.js';
import { orders } from './orders.js';

async function buy({ seat, card }) {
  console.log('placing order');
  try {
    await provider.charge(card);
    console.log('order finished');
  } catch (error) {
    console.log('Error: ' + error.message);
  }
}

await Promise.all(orders.map(buy));
