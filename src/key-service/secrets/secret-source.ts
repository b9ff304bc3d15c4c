import { KeyServiceError } from '../key-service-error.ts';
import { type SecretName, type ServiceSecret, secretFrom } from './service-secret.ts';

/** Where a secret of the service is kept, outside the database. */
export interface SecretSource {
  /** What it is, for messages: `the file …`. */
  readonly title: string;
  /** What to do when it lacks a secret that the database needs. */
  readonly remedy: string;
  /**
   * The secrets, the newest first; undefined when there is nothing at all.
   * @throws KeyServiceError `secrets` when it cannot be read, or holds something else
   */
  read(): Promise<readonly ServiceSecret[] | undefined>;
}

/** The secrets behind their written forms. @throws KeyServiceError `secrets`, with the place of the first bad one, never its text */
export function secretsFrom(
  name: SecretName,
  texts: readonly string[],
  { title, remedy }: Pick<SecretSource, 'title' | 'remedy'>,
): readonly ServiceSecret[] {
  return texts.map((text, index) => {
    const secret = secretFrom(name, text);
    if (secret !== undefined) return secret;
    throw new KeyServiceError(
      'secrets',
      `Entry ${index + 1} of ${texts.length} in ${title} is not 32 bytes in Base64`,
      remedy,
    );
  });
}
