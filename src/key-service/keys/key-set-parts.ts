import type { Audited } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import type { ServiceSecrets } from '../secrets/service-secrets.ts';
import type { Database } from '../store/schema.ts';
import type { KeyUsage } from './key-usage.ts';

/** What working with key sets takes. */
export interface KeySetParts {
  readonly db: Database;
  readonly audited: Audited;
  readonly secrets: ServiceSecrets;
  readonly usage: KeyUsage;
  readonly environment: Environment;
}
