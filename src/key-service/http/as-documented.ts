import stringifier, { type AnySchema } from 'fast-json-stringify';
import type { FastifySerializerCompiler } from 'fastify';
import { schemaPrograms } from './schema-programs.ts';

const stringifierOf = schemaPrograms((schema: AnySchema) => stringifier(schema));

/** Writes answers as their schemas say: what a schema does not name stays here. */
export const asDocumented: FastifySerializerCompiler<AnySchema> =
  ({ schema }) =>
  (value) =>
    stringifierOf(schema)(value);
