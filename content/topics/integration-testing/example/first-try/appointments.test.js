import { testStore } from '../test/store-tests.js';
import * as store from './appointments.js';

testStore(store);
