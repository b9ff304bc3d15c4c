/**
 * Reference exchanges of dataminer.services (specification 2.8), as they travel; values are invented. Both sides are
 * held to them: the client must send these requests and understand these answers, a service must take these requests
 * and give answers of these shapes. Paths and names are written out here, so that a slip in the contract shows.
 */
export type Part = { name: string; value: string; filename?: string };

export type Exchange = {
  request: {
    method: 'GET' | 'POST';
    path: string;
    headers: Record<string, string>;
    /** Parts of a multipart body, in their order. */
    parts?: Part[];
    /** The body as an older client frames it. */
    body?: string;
  };
  /** The answer to a good request. */
  success: { status: 200; body: unknown };
  /** The statuses of the answers to bad ones. */
  refusals: number[];
};

export const key = 'reference-key-0123456789';
export const artifactId = 'dmscript/7b0e3c1a-2d4f-4a5b-8c6d-7e8f90a1b2c3';
export const deploymentId = '1f3c5e7a-9b0d-4c2e-8f1a-3b5d7e9f0a1b';
export const fileContent = 'PK content of the package';

const keyed = { 'Ocp-Apim-Subscription-Key': key };

/** Framed as .NET does: a quoted boundary, unquoted part names, a type for each text, two forms of the file name. */
function dotnetBody(boundary: string, parts: readonly Part[]): string {
  const framed = parts.map(({ name, value, filename }) =>
    filename === undefined
      ? `Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`
      : `Content-Disposition: form-data; name=${name}; filename=${filename}; filename*=utf-8''${filename}\r\n\r\n${value}\r\n`,
  );
  return `${framed.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`;
}

const uploadParts: Part[] = [
  { name: 'name', value: 'Demo' },
  { name: 'version', value: '1.0.1' },
  { name: 'contentType', value: 'DmScript' },
  { name: 'file', value: fileContent, filename: 'Demo' },
];

export const upload: Exchange = {
  request: {
    method: 'POST',
    path: '/api/key-artifact-upload/v1-0/private/artifact',
    headers: { ...keyed, 'Content-Type': 'multipart/form-data; boundary="b0"' },
    parts: uploadParts,
    body: dotnetBody('b0', uploadParts),
  },
  success: { status: 200, body: { artifactId } },
  refusals: [403, 413],
};

export const deploy: Exchange = {
  request: {
    method: 'POST',
    path: '/api/key-artifact-deploy/v1-0/private/deploy',
    headers: { ...keyed, 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ artifactId }),
  },
  success: { status: 200, body: { deploymentId } },
  refusals: [400, 403],
};

export const deploymentInfo: Exchange = {
  request: {
    method: 'GET',
    path: `/api/key-deployment-info/v1-0/private/deployment/${deploymentId}`,
    headers: keyed,
  },
  success: {
    status: 200,
    body: {
      DeploymentInfo: {
        id: deploymentId,
        artifactId,
        dcpId: '5d7e9f0a-1b2c-4d3e-8f4a-5b6c7d8e9f0a',
        organizationId: '6e8f0a1b-2c3d-4e4f-9a5b-6c7d8e9f0a1b',
        coordinationId: '7f9a1b2c-3d4e-4f5a-8b6c-7d8e9f0a1b2c',
        currentState: 'Pending',
        requestTime: '2026-11-23T10:00:00Z',
        lastModified: '2026-11-23T10:00:01Z',
        eventChain: [
          {
            id: '8a0b2c3d-4e5f-4a6b-9c7d-8e9f0a1b2c3d',
            timestamp: '2026-11-23T10:00:01Z',
            context: 'ArtifactDeployer',
            kind: 'Queued',
            metadata: { NodeId: '12' },
          },
        ],
      },
    },
  },
  refusals: [400, 403, 404],
};
