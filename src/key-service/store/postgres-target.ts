import pg from 'pg';
import { KeyServiceError } from '../key-service-error.ts';
import { postgresUrl } from './postgres-url.ts';

/** What may be said about a PostgreSQL database; never its URL, which may hold a password. */
export interface PostgresTarget {
  readonly user: string;
  /** `"name" on host:port`. */
  readonly database: string;
}

/**
 * Where a URL leads, with what PostgreSQL's own variables and defaults add to it.
 * @throws KeyServiceError `store` for a URL that is none, or names files that cannot be read
 */
export function targetOf(databaseUrl: string): PostgresTarget {
  postgresUrl(databaseUrl);
  try {
    const { user, host, port, database } = new pg.Client({ connectionString: databaseUrl });
    const server = host.startsWith('/') ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`;
    return { user: user ?? '', database: `"${database}" on ${server}` };
  } catch (cause) {
    throw new KeyServiceError(
      'store',
      `The URL of the PostgreSQL database cannot be used: ${(cause as Error).message}`,
      'Check its parameters; sslcert, sslkey and sslrootcert are files that this account can read.',
    );
  }
}
