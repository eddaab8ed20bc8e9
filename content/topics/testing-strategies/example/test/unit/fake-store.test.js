import { FakeStore } from '../support/fake-store.js';
import { storePromises } from '../support/store-promises.js';

storePromises('fake', () => new FakeStore());
