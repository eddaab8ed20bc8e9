export class BadRequest extends Error {
  name = 'BadRequest';
}

export class DuplicatePermit extends Error {
  constructor(plate) {
    super(`${plate} already has a permit`);
    this.name = 'DuplicatePermit';
  }
}
