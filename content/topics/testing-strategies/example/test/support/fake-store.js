import { DuplicatePermit } from '../../src/errors.js';

// #region fake-store
export class FakeStore {
  #permits = new Map();

  async add(permit) {
    const { plate } = permit;
    if (this.#permits.has(plate)) throw new DuplicatePermit(plate);
    this.#permits.set(plate, permit);
  }

  async isValid(plate, day) {
    const permit = this.#permits.get(plate);
    if (!permit) return false;
    return permit.from <= day && day <= permit.until;
  }
}
// #endregion fake-store
