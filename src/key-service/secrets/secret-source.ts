import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { type SecretName, type ServiceSecret, secretFrom } from './service-secret.ts';

/** The secrets of one kind, the newest first; a source that holds anything holds one at least. */
export type Secrets = readonly [ServiceSecret, ...ServiceSecret[]];

/** Where a secret of the service is kept, outside the database. */
export interface SecretSource {
  readonly name: SecretName;
  /** What it is, for messages: `the file …`. */
  readonly title: string;
  /** What to do when it does not have a secret that the database needs. */
  readonly remedy: string;
  /**
   * The secrets; undefined when there is nothing at all.
   * @throws KeyServiceError `secrets` when it cannot be read, or holds something else
   */
  read(): Promise<Secrets | undefined>;
  /** Makes the first secret, unless somebody else was quicker. Missing where only an operator can do that. @throws KeyServiceError `secrets` */
  make?(environment: Environment): Promise<void>;
  /** Puts a new secret before the others. Where this is missing, only an operator can do that. @throws KeyServiceError `secrets` */
  add?(environment: Environment): Promise<void>;
  /**
   * Leaves out the secrets with these IDs, for good. @returns false when only an operator can do that after all
   * @throws KeyServiceError `secrets`
   */
  remove?(ids: readonly string[]): Promise<boolean>;
}

/**
 * How to read a source inside a transaction, where nobody may be kept waiting: what only an operator changes is read now, since a
 * vault may take its time; what a rotation changes is read when it is asked for.
 */
export async function readAhead(source: SecretSource): Promise<() => Promise<Secrets | undefined>> {
  if (source.add !== undefined) return () => source.read();
  const secrets = await source.read();
  return async () => secrets;
}

/**
 * The secrets in what a source holds, separated by commas or white space; the same one twice counts once.
 * @throws KeyServiceError `secrets` when something is none; its message never holds any of the text
 */
export function secretsIn(text: string, { name, title, remedy }: SecretSource): Secrets {
  const entries = text.trim().split(/[\s,]+/);
  const secrets = entries.map((entry, index) => {
    const secret = secretFrom(name, entry);
    if (secret !== undefined) return secret;
    throw new KeyServiceError(
      'secrets',
      `Entry ${index + 1} of ${entries.length} in ${title} is not a ${name}: 32 bytes in Base64`,
      remedy,
    );
  });
  const distinct = new Map(secrets.map((secret) => [secret.id, secret]));
  return [...distinct.values()] as [ServiceSecret, ...ServiceSecret[]];
}
