import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { AuditExport } from '../../../src/contract/management/audit.ts';
import { DeploymentQuery } from '../../../src/contract/management/deployments.ts';
import { RevokeKeySet } from '../../../src/contract/management/keys.ts';
import { PageQuery } from '../../../src/contract/management/list.ts';
import { validationMessage } from '../../../src/key-service/http/validation-message.ts';

describe('what is said about a request that is not as documented', () => {
  it.each<[string, TSchema, string, unknown, string]>([
    ['one of several values', AuditExport, 'body', { format: 'xml' }, 'body/format must be one of "csv", "json"'],
    [
      'one of several values, or a list of them',
      DeploymentQuery,
      'querystring',
      { state: 'Done' },
      'querystring/state must be one of "Pending", "Succeeded", "Timeout", "Error"',
    ],
    ['something that is missing', RevokeKeySet, 'body', {}, 'body lacks "confirm"'],
    [
      'something that nobody knows',
      PageQuery,
      'querystring',
      { page: '1' },
      'querystring has "page", which nobody knows',
    ],
    ['another type', RevokeKeySet, 'body', null, 'body must be of type object'],
    ['a pattern', PageQuery, 'querystring', { limit: '0' }, 'querystring/limit must match pattern "^[1-9][0-9]{0,2}$"'],
  ])('tells of %s', (_what, schema, where, value, expected) => {
    expect(validationMessage(Compile(schema).Errors(value), where)).toBe(expected);
  });

  it('is short whatever callers make up', () => {
    const made = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${'x'.repeat(1000)}${index}`, '']));
    expect(validationMessage(Compile(PageQuery).Errors(made), 'querystring').length).toBeLessThan(1000);
  });
});
