import { join } from 'node:path';
import { SecretFile } from './secret-file.ts';
import type { SecretSource } from './secret-source.ts';
import type { SecretName } from './service-secret.ts';

/** Where pepper and master key come from. */
export interface SecretSettings {
  /** Folder of the files, for each secret that comes from nowhere else. */
  readonly folder: string;
}

/** The one source of a secret. */
export function sourceOf(name: SecretName, settings: SecretSettings): SecretSource {
  return new SecretFile(name, join(settings.folder, name));
}
