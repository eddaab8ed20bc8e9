// #region validation
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fp from 'fastify-plugin';

const exact = new Ajv({ useDefaults: true });
const fromText = new Ajv({ useDefaults: true, coerceTypes: true });
addFormats(exact);
addFormats(fromText);

export const validationPlugin = fp(async (app) => {
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? exact : fromText).compile(schema),
  );
});
// #endregion validation
