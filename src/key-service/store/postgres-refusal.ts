import pg from 'pg';
import { KeyServiceError } from '../key-service-error.ts';
import type { PostgresTarget } from './postgres-target.ts';
import { passwordSources } from './postgres-url.ts';

/** What a server's refusals mean, by SQLSTATE. */
const refusals: Readonly<Record<string, (target: PostgresTarget) => [message: string, next: string]>> = {
  '28000': notLetIn,
  '28P01': notLetIn,
  '3D000': ({ database }) => [
    `There is no PostgreSQL database ${database}`,
    "Create it with the encoding UTF8: create database NAME encoding 'UTF8' template template0.",
  ],
  '42501': ({ database, user }) => [
    `The user ${user} has not enough rights in the PostgreSQL database ${database}`,
    'Make the user owner of the database, or grant it usage and create on the schema; all tables must belong to it.',
  ],
};

/** Refusals that may pass by themselves: too many connections, and a server that starts or stops. */
const passing: readonly string[] = ['53300', '57P01', '57P02', '57P03'];

/** What is wrong when a PostgreSQL database cannot be opened, in words that never hold its password. */
export function postgresRefusal(error: unknown, target: PostgresTarget): KeyServiceError {
  if (error instanceof KeyServiceError) return error;
  const { code = '', message } = error as { code?: string; message: string };
  if (!(error instanceof pg.DatabaseError)) return unreachable(code, message, target, error);
  const known = refusals[code]?.(target);
  if (known) return new KeyServiceError('store', ...known, { cause: error });
  return new KeyServiceError(
    passing.includes(code) ? 'store-busy' : 'store',
    `The PostgreSQL database ${target.database} cannot be opened: ${message}`,
    passing.includes(code) ? 'Try again in a moment.' : "The server's log says more.",
    { cause: error },
  );
}

function notLetIn({ database, user }: PostgresTarget): [string, string] {
  return [`The PostgreSQL database ${database} does not let the user ${user} in`, passwordSources];
}

/** Ways not to get through that may pass by themselves: a server or a network that is only just starting. */
const absences = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

function unreachable(code: string, message: string, target: PostgresTarget, cause: unknown): KeyServiceError {
  // How the driver says that the server asks for a password and that there is none.
  if (message.includes('password must be a')) return new KeyServiceError('store', ...notLetIn(target), { cause });
  const isAbsent = absences.includes(code) || message === 'timeout expired';
  return new KeyServiceError(
    isAbsent ? 'store-busy' : 'store',
    `The PostgreSQL database ${target.database} cannot be reached: ${message || code}`,
    'Check host, port and TLS parameters (sslmode) of the URL, and that the server runs and lets this machine in.',
    { cause },
  );
}
