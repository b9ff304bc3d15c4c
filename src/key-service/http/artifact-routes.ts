import type { FastifyInstance, FastifyRequest } from 'fastify';
import { paths } from '../../contract/paths.ts';
import { UploadAnswer } from '../../contract/schemas.ts';
import type { ArtifactDescription } from '../artifacts/artifact-writer.ts';
import type { Artifacts } from '../artifacts/artifacts.ts';
import { readUpload, UploadError } from '../artifacts/read-upload.ts';
import type { AuthenticatedKey } from '../keys/key-verifier.ts';
import { authenticatedKey, type requireKey } from './authentication.ts';

/** Room for everything in the form beside the package, in bytes. */
export const formOverheadBytes = 1024 * 1024;

const maxTextLength = 1000;
const requiredParts = ['name', 'version', 'contentType'] as const;

interface UploadParts {
  readonly artifacts: Artifacts;
  readonly maxPackageBytes: number;
  readonly onRequest: ReturnType<typeof requireKey>;
}

/** The volatile upload (dataminer-services spec 2.1). */
export function artifactRoutes(app: FastifyInstance, parts: UploadParts): void {
  // Left unread here: the route streams it.
  app.addContentTypeParser(/^multipart\/form-data/i, (_request, _payload, done) => done(null));
  app.post(
    paths.uploadArtifact,
    { onRequest: parts.onRequest, config: { streamsBody: true }, schema: { response: { 200: UploadAnswer } } },
    async (request): Promise<UploadAnswer> => {
      if (Number(request.headers['content-length']) > parts.maxPackageBytes + formOverheadBytes)
        throw tooLarge(parts.maxPackageBytes);
      return { artifactId: await takeArtifact(request, authenticatedKey(request), parts) };
    },
  );
}

async function takeArtifact(
  request: FastifyRequest,
  key: AuthenticatedKey,
  { artifacts, maxPackageBytes, onRequest: judgeKey }: UploadParts,
): Promise<string> {
  const systemId = key.system?.id;
  if (systemId === undefined) throw new Error('only the keys of a DMS may upload');
  const writer = await artifacts.begin(systemId, key);
  try {
    const fields = await readUpload(request.raw, maxPackageBytes + formOverheadBytes, async (stream) => {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (writer.size + chunk.length > maxPackageBytes) throw tooLarge(maxPackageBytes);
        await writer.write(chunk);
      }
    });
    const description = descriptionFrom(fields);
    if (writer.size === 0) throw new UploadError(400, 'The part "file" is empty.');
    // The package may have been on its way for long: a key that died meanwhile brings nothing (403 precedes any effect, spec 2.6).
    await judgeKey(request);
    await writer.finish(description);
    return writer.id;
  } catch (error) {
    // What cannot be removed now (on a full disk, for one) is removed with the uploads that stand still.
    await writer.discard().catch(() => undefined);
    throw error;
  }
}

function descriptionFrom(fields: ReadonlyMap<string, string>): ArtifactDescription {
  for (const name of requiredParts) {
    const text = fields.get(name) ?? '';
    if (text.trim() === '' || text.length > maxTextLength) {
      throw new UploadError(400, `The part "${name}" is missing, empty or longer than ${maxTextLength} characters.`);
    }
  }
  const { name = '', version = '', contentType = '', ...details } = Object.fromEntries(fields);
  return { name, version, contentType, details };
}

function tooLarge(limit: number): UploadError {
  return new UploadError(413, `The package is larger than ${limit} bytes.`);
}
