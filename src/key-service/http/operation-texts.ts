import { Type } from 'typebox';
import { keySetPaths, managementPaths } from '../../contract/management/paths.ts';
import { paths } from '../../contract/paths.ts';
import type { OperationText } from './openapi-document.ts';

const uploadForm = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  version: Type.String({ minLength: 1, maxLength: 1000 }),
  contentType: Type.String({ minLength: 1, maxLength: 1000, description: 'DmScript for an Automation script package' }),
  file: Type.String({ contentMediaType: 'application/octet-stream', description: 'the package' }),
});

/** What is done with sets of keys at two places: those of a DMS and those of an organization. */
function keySetTexts(root: string, kind: 'System' | 'Organization'): Record<string, OperationText> {
  const one = root + keySetPaths.keySet;
  const tag = 'Key sets';
  const kindOf = `${kind.toLowerCase()} key`;
  const confirmed = { problems: [409], example: { confirm: 'GitHub' } };
  return {
    [`GET ${root}`]: { id: `list${kind}Keys`, tag, summary: `Lists the ${kindOf} sets; values are masked` },
    [`POST ${root}`]: {
      id: `create${kind}Key`,
      problems: [409],
      tag,
      summary: `Creates a ${kindOf} set; its two values are shown this once`,
      example: { label: 'GitHub', ...(kind === 'Organization' && { permissions: ['register-catalog-items'] }) },
    },
    [`GET ${one}`]: { id: `get${kind}Key`, tag, summary: `Shows a ${kindOf} set; values are masked` },
    [`PATCH ${one}`]: { id: `change${kind}Key`, tag, summary: 'Changes label, permissions or expiry of the set' },
    [`DELETE ${one}`]: {
      ...confirmed,
      id: `revoke${kind}Key`,
      tag,
      summary: 'Revokes the set: both values are dead at once, for good',
    },
    [`POST ${root}${keySetPaths.reveal}`]: {
      id: `reveal${kind}Key`,
      tag,
      summary: 'Shows one value; the audit record is written first',
      problems: [409],
      example: { slot: 'primary' },
    },
    [`POST ${root}${keySetPaths.regenerate}`]: {
      id: `regenerate${kind}Key`,
      tag,
      summary: 'Replaces the value of one slot; the other slot is not touched',
      problems: [409],
      example: { slot: 'secondary', confirm: 'GitHub' },
    },
    [`POST ${root}${keySetPaths.disable}`]: {
      id: `disable${kind}Key`,
      tag,
      summary: 'Keeps both values from working',
      isBodyOptional: true,
    },
    [`POST ${root}${keySetPaths.enable}`]: {
      id: `enable${kind}Key`,
      tag,
      summary: 'Lets both values work again',
      isBodyOptional: true,
    },
    [`GET ${root}${keySetPaths.usage}`]: {
      id: `get${kind}KeyUsage`,
      tag,
      summary: 'Who used which slot, and whether a slot may be regenerated now',
    },
  };
}

function userTexts(list: string, user: string, kind: 'System' | 'Organization'): Record<string, OperationText> {
  const tag = 'Users';
  const place = kind === 'System' ? 'DMS' : 'organization';
  return {
    [`GET ${list}`]: { id: `list${kind}Users`, tag, summary: `Lists who has a role on the ${place}` },
    [`POST ${list}`]: {
      id: `add${kind}User`,
      tag,
      summary: `Gives somebody a role on the ${place}`,
      problems: [409, 429],
    },
    [`PATCH ${user}`]: { id: `change${kind}User`, tag, summary: 'Changes the role of a user', problems: [409] },
    [`DELETE ${user}`]: { id: `remove${kind}User`, tag, summary: `Takes the role on the ${place}`, problems: [409] },
  };
}

/** Names and summaries of the operations, by method and path. */
export const operationTexts: Readonly<Record<string, OperationText>> = {
  [`POST ${paths.uploadArtifact}`]: {
    id: 'uploadArtifact',
    tag: 'With a key',
    summary: 'Takes a package for the DMS of the key',
    form: uploadForm,
    problems: [413],
  },
  [`POST ${paths.deployArtifact}`]: {
    id: 'deployArtifact',
    tag: 'With a key',
    summary: 'Asks for the deployment of an uploaded package to the DMS of the key',
    example: { artifactId: 'dmscript/7b0e2a54-9f0c-4a53-8d0e-6f1f6f3f2c11' },
  },
  [`GET ${paths.deployment}/:deploymentId`]: {
    id: 'getDeploymentInfo',
    tag: 'With a key',
    summary: 'What became of a deployment',
  },
  [`GET ${paths.keySelf}`]: { id: 'getKeySelf', tag: 'With a key', summary: 'Who is this key?' },

  [`GET ${managementPaths.setup}`]: { id: 'getSetup', tag: 'Session', summary: 'Whether there is no Owner yet' },
  [`POST ${managementPaths.setup}`]: {
    id: 'setUp',
    tag: 'Session',
    summary: 'Makes the first organization and its Owner, and signs in',
    problems: [403, 409, 429],
  },
  [`GET ${managementPaths.session}`]: { id: 'getSession', tag: 'Session', summary: 'Who am I?' },
  [`POST ${managementPaths.session}`]: {
    id: 'signIn',
    tag: 'Session',
    summary: 'Signs in',
    problems: [401, 403, 429],
  },
  [`DELETE ${managementPaths.session}`]: { id: 'signOut', tag: 'Session', summary: 'Signs out' },
  [`POST ${managementPaths.password}`]: {
    id: 'changePassword',
    tag: 'Session',
    summary: "Changes one's own password; every session ends, and a new one begins",
    problems: [429],
  },

  [`GET ${managementPaths.organizations}`]: {
    id: 'listOrganizations',
    tag: 'Organizations',
    summary: 'Lists the organizations of the caller',
  },
  [`POST ${managementPaths.organizations}`]: {
    id: 'createOrganization',
    tag: 'Organizations',
    summary: 'Creates an organization; the caller becomes its Owner',
  },
  [`GET ${managementPaths.organization}`]: {
    id: 'getOrganization',
    tag: 'Organizations',
    summary: 'Shows an organization',
  },
  [`PATCH ${managementPaths.organization}`]: {
    id: 'changeOrganization',
    tag: 'Organizations',
    summary: 'Changes the name of an organization',
  },
  [`GET ${managementPaths.systems}`]: { id: 'listSystems', tag: 'DMSs', summary: 'Lists the DMSs of an organization' },
  [`POST ${managementPaths.systems}`]: { id: 'createSystem', tag: 'DMSs', summary: 'Connects a DMS', problems: [409] },
  [`GET ${managementPaths.system}`]: { id: 'getSystem', tag: 'DMSs', summary: 'Shows a DMS' },
  [`PATCH ${managementPaths.system}`]: {
    id: 'changeSystem',
    tag: 'DMSs',
    summary: 'Changes name or connector of a DMS',
  },

  ...userTexts(managementPaths.organizationUsers, managementPaths.organizationUser, 'Organization'),
  ...userTexts(managementPaths.systemUsers, managementPaths.systemUser, 'System'),
  ...keySetTexts(managementPaths.systemKeys, 'System'),
  ...keySetTexts(managementPaths.organizationKeys, 'Organization'),

  [`GET ${managementPaths.tokens}`]: { id: 'listTokens', tag: 'API tokens', summary: 'Lists the API tokens' },
  [`POST ${managementPaths.tokens}`]: {
    id: 'createToken',
    tag: 'API tokens',
    summary: 'Creates an API token; its value is shown this once',
  },
  [`DELETE ${managementPaths.tokens}`]: {
    id: 'revokeToken',
    tag: 'API tokens',
    summary: 'Revokes an API token',
    problems: [404],
  },

  [`GET ${managementPaths.deployments}`]: {
    id: 'listDeployments',
    tag: 'Deployments',
    summary: 'Lists the deployments of a DMS, the newest first',
  },
  [`GET ${managementPaths.deployment}`]: {
    id: 'getDeployment',
    tag: 'Deployments',
    summary: 'Shows a deployment with its event chain',
  },
  [`POST ${managementPaths.cancelDeployment}`]: {
    id: 'cancelDeployment',
    tag: 'Deployments',
    summary: 'Asks for the end of a deployment that has not ended',
    problems: [409],
  },
  [`POST ${managementPaths.retryDeployment}`]: {
    id: 'retryDeployment',
    tag: 'Deployments',
    summary: 'Asks for the same deployment once more',
    problems: [409],
  },

  [`GET ${managementPaths.audit}`]: { id: 'listAudit', tag: 'Audit', summary: 'Lists audit records, the newest first' },
  [`POST ${managementPaths.auditExport}`]: {
    id: 'exportAudit',
    tag: 'Audit',
    summary: 'Exports audit records as a file',
    produces: ['text/csv', 'application/json'],
  },
  [`GET ${managementPaths.auditVerification}`]: {
    id: 'verifyAudit',
    tag: 'Audit',
    summary: 'Checks whether the audit chain is whole',
  },

  'GET /healthz': { id: 'getHealth', tag: 'Operations', summary: 'Whether the process is alive' },
  'GET /readyz': {
    id: 'getReadiness',
    tag: 'Operations',
    summary: 'Whether requests should be sent here: 200, or else 503',
  },
  'GET /metrics': {
    id: 'getMetrics',
    tag: 'Operations',
    summary: 'Metrics for Prometheus, for the addresses that the operator allows',
    produces: ['text/plain'],
    problems: [404],
  },
};
