import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** Checks what a request brings as it is given: nothing is turned into another type to make it fit. */
export const asGiven: FastifySchemaCompiler<TSchema> = ({ schema }) => {
  const validator = Compile(schema);
  return (value) => (validator.Check(value) ? { value } : { error: validator.Errors(value) });
};
