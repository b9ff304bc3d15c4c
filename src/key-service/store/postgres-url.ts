import { KeyServiceError } from '../key-service-error.ts';

/** The environment variable that may hold a database's whole URL, its password included. */
export const databaseUrlVariable = 'DATAMINER_DEPLOY_DATABASE_URL';

/** Where a password may come from, for messages. */
export const passwordSources = `The password comes from the variable PGPASSWORD, the file ~/.pgpass or the URL in ${databaseUrlVariable}.`;

/** The URL of a PostgreSQL database. @throws KeyServiceError `store` for one that is none, without repeating it */
export function postgresUrl(databaseUrl: string): URL {
  const url = URL.parse(databaseUrl);
  if (url !== null && ['postgres:', 'postgresql:'].includes(url.protocol)) return url;
  throw new KeyServiceError(
    'store',
    'The address of the PostgreSQL database is not a URL of the form postgres://user@host:port/database',
    'Write signs such as @, / and # inside a part of it percent-encoded.',
  );
}

/** Whether a URL tells a password. @throws KeyServiceError `store` for one that is none */
export function holdsPassword(databaseUrl: string): boolean {
  const url = postgresUrl(databaseUrl);
  return url.password !== '' || url.searchParams.has('password');
}
