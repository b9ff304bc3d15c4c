import type { FastifySchemaValidationError } from 'fastify/types/schema.js';

/** Names of members that are repeated at most, and of each so many characters: callers make them up. */
const maxNames = 5;
const maxNameLength = 50;

/**
 * What about a request is not as its schema says, place by place, as a person would say it.
 * @param where the part of the request: `body`, `querystring` and the like
 */
export function validationMessage(errors: readonly FastifySchemaValidationError[], where: string): string {
  const places = Map.groupBy(errors, ({ instancePath }) => instancePath);
  const told = [...places].map(([path, its]) => {
    const problems = problemsOf(its);
    return problems.length === 0 ? undefined : `${where}${path} ${problems.join(' and ')}`;
  });
  return told.filter((text) => text !== undefined).join('; ');
}

function problemsOf(errors: readonly FastifySchemaValidationError[]): readonly string[] {
  const allowed = errors.flatMap(({ params }) => [params.allowedValue ?? [], params.allowedValues ?? []].flat());
  // Each way in which it could have been right is an error of its own; that it may also be a list helps nobody then.
  if (allowed.length > 0)
    return [`must be one of ${[...new Set(allowed)].map((value) => JSON.stringify(value)).join(', ')}`];
  const problems = errors.map(problemOf).filter((text) => text !== undefined);
  return [...new Set(problems)];
}

function problemOf({ keyword, params, message }: FastifySchemaValidationError): string | undefined {
  switch (keyword) {
    case 'required':
      return `lacks ${named(params.requiredProperties)}`;
    case 'additionalProperties':
      return `has ${named(params.additionalProperties)}, which nobody knows`;
    case 'type':
      return `must be of type ${params.type}`;
    // Told by others of these.
    case 'anyOf':
    case 'boolean':
      return undefined;
    default:
      return message;
  }
}

function named(names: unknown): string {
  const texts = (Array.isArray(names) ? names : []).map((name) => JSON.stringify(String(name).slice(0, maxNameLength)));
  return texts.slice(0, maxNames).join(', ') + (texts.length > maxNames ? ' and more' : '');
}
