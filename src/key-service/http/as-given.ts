import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { schemaPrograms } from './schema-programs.ts';

const validatorOf = schemaPrograms((schema: TSchema) => Compile(schema));

/** Checks what a request brings as it is given: nothing is turned into another type to make it fit. */
export const asGiven: FastifySchemaCompiler<TSchema> =
  ({ schema }) =>
  (value) => {
    const validator = validatorOf(schema);
    return validator.Check(value) ? { value } : { error: validator.Errors(value) };
  };
