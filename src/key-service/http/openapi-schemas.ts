import type { TSchema } from 'typebox';
import * as formats from '../../contract/formats.ts';
import * as audit from '../../contract/management/audit.ts';
import * as deployments from '../../contract/management/deployments.ts';
import * as initiator from '../../contract/management/initiator.ts';
import * as keys from '../../contract/management/keys.ts';
import * as organizations from '../../contract/management/organizations.ts';
import * as role from '../../contract/management/role.ts';
import * as session from '../../contract/management/session.ts';
import * as users from '../../contract/management/users.ts';
import * as schemas from '../../contract/schemas.ts';

/** The schemas of the contract have the names there that they have in the document. */
const contract = {
  ...formats,
  ...schemas,
  ...role,
  ...initiator,
  ...session,
  ...users,
  ...organizations,
  ...keys,
  ...deployments,
  ...audit,
};
const names = new Map<unknown, string>(
  Object.entries(contract)
    .filter(([, value]) => typeof value === 'object' && '~kind' in value)
    .map(([name, value]) => [value, name]),
);

/** The named schemas that a document refers to. */
export class OpenApiSchemas {
  readonly #used = new Map<string, unknown>();

  /** A schema as the document has it: a reference where it has a name, and within it wherever a part of it has one. */
  of(schema: TSchema): unknown {
    return this.#part(schema);
  }

  /** Everything that was referred to, by name. */
  get components(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.#used].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  #part(value: unknown): unknown {
    const name = names.get(value);
    if (name === undefined) return this.#whole(value);
    if (!this.#used.has(name)) {
      this.#used.set(name, undefined);
      this.#used.set(name, this.#whole(value));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #whole(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#part(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#part(item)]));
  }
}
