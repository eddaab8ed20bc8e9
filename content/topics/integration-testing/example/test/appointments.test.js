import * as store from '../src/appointments.js';
import { testStore } from './store-tests.js';

testStore(store);
