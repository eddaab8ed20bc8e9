// #region refused
export class Refused extends Error {
  constructor(status, code, message, options) {
    super(message, options);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}
// #endregion refused
