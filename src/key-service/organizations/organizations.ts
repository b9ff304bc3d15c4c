import type { Environment } from '../environment.ts';
import { requireName } from '../name.ts';
import type { Database } from '../store/schema.ts';

/** The organizations that the service keeps apart. */
export class Organizations {
  readonly #db: Database;
  readonly #environment: Environment;

  constructor(db: Database, environment: Environment) {
    this.#db = db;
    this.#environment = environment;
  }

  /** @throws KeyServiceError `invalid` for a name that is none */
  async create(givenName: string): Promise<{ id: string; name: string }> {
    const organization = { id: this.#environment.newId(), name: requireName('name', givenName) };
    await this.#db
      .insertInto('organizations')
      .values({ ...organization, version: 1, created_at: this.#environment.now() })
      .execute();
    return organization;
  }
}
