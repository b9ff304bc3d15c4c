import { type SecretSource, type Secrets, secretsIn } from './secret-source.ts';
import type { SecretName } from './service-secret.ts';

/** Secrets in an environment variable, separated by commas, the newest first. */
export class SecretVariable implements SecretSource {
  readonly name: SecretName;
  readonly title: string;
  readonly remedy: string;
  readonly #text: string;

  constructor(name: SecretName, variable: string, text: string) {
    this.name = name;
    this.title = `the variable ${variable}`;
    this.remedy = `Give ${variable} the secret that belongs to this database, after the newer ones if there are any, separated by commas.`;
    this.#text = text;
  }

  async read(): Promise<Secrets> {
    return secretsIn(this.#text, this);
  }
}
