import { stat } from 'node:fs/promises';
import { maxPackageBytes } from '../contract/limits.ts';
import { paths } from '../contract/paths.ts';
import type { UploadAnswer } from '../contract/schemas.ts';
import type { Credential } from '../keys/credential.ts';
import { checkedAnswer } from './answer-schema.ts';
import type { TransportRequest } from './message.ts';
import { multipartBody, type SendProgress, type TextPart } from './multipart.ts';
import type { Outcome } from './outcome.ts';
import { sendWithRetries } from './retry.ts';
import { type CallOptions, outcomeOf } from './service-call.ts';
import type { Transport } from './transport.ts';

/** A package to upload and what the service is told about it; the optional members are those of older clients (spec 2.1). */
export type ArtifactUpload = {
  /** Path of the `.dmapp`. */
  file: string;
  name: string;
  version: string;
  branch?: string;
  /** URL of the source. */
  identifier?: string;
  isprerelease?: boolean;
  /** E-mail of the author. */
  developer?: string;
  /** URL of the release or tag. */
  releasepath?: string;
};

export type UploadOptions = CallOptions & { onProgress?: (progress: SendProgress) => void };

/** An upload may take an hour, as long as something moves; afterwards the service may take its time to store it. */
const uploadLimits = { connect: 15_000, idle: 120_000, total: 3_600_000 };

const contentType = 'DmScript';

/** Uploads a package to the service for a while (spec 2.1). Repeating it is harmless: an orphan artifact expires. */
export async function uploadArtifact(
  transport: Transport,
  credential: Credential,
  upload: ArtifactUpload,
  options: UploadOptions = {},
): Promise<Outcome<UploadAnswer>> {
  const size = await sizeOf(upload.file);
  if (typeof size !== 'number') return { kind: 'unsendable', detail: size.problem };
  const request: TransportRequest = {
    method: 'POST',
    path: paths.uploadArtifact,
    credential,
    body: multipartBody(
      transport.chance.uuid(),
      textParts(upload),
      { name: 'file', filename: upload.name, path: upload.file, size },
      options.onProgress,
    ),
    limits: uploadLimits,
  };
  const exchange = await sendWithRetries(transport, request, { call: 'upload', target: 'volatile', ...options });
  return await outcomeOf(transport, request, exchange, readUploadAnswer);
}

async function sizeOf(file: string): Promise<number | { problem: string }> {
  try {
    const { size } = await stat(file);
    if (size <= maxPackageBytes) return size;
    return { problem: `the package ${file} has ${size} bytes; the service takes at most ${maxPackageBytes} (250 MiB)` };
  } catch (error) {
    return { problem: `the package ${file} cannot be read: ${(error as Error).message}` };
  }
}

/** The parts that every service needs, then those that an older one may show (spec 2.1). */
function textParts({
  name,
  version,
  branch,
  identifier,
  isprerelease,
  developer,
  releasepath,
}: ArtifactUpload): TextPart[] {
  const parts = { name, version, contentType, branch, identifier, isprerelease, developer, releasepath };
  return Object.entries(parts).flatMap(([part, value]) =>
    value === undefined ? [] : [{ name: part, value: String(value) }],
  );
}

async function readUploadAnswer(text: string) {
  const checked = await checkedAnswer('UploadAnswer', text);
  if (checked.ok && !/^[\x21-\x7e]{1,300}$/.test(checked.value.artifactId)) {
    return { ok: false, problem: 'an artifactId that is too long or holds blanks or control characters' } as const;
  }
  return checked;
}
