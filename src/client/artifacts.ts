import type { Credential } from '../keys/credential.ts';
import type { Outcome } from './outcome.ts';
import type { Transport } from './transport.ts';

/** A package to upload and what the service is told about it (spec 2.1). */
export type ArtifactUpload = {
  file: string;
  name: string;
  version: string;
  branch?: string;
  identifier?: string;
  isprerelease?: boolean;
  developer?: string;
  releasepath?: string;
};

export type UploadOptions = { waitBudget?: number; onProgress?: (progress: { sent: number; total: number }) => void };

export async function uploadArtifact(
  _transport: Transport,
  _credential: Credential,
  _upload: ArtifactUpload,
  _options: UploadOptions = {},
): Promise<Outcome<{ artifactId: string }>> {
  throw new Error('stub');
}
