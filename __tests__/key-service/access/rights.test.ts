import type { OrganizationRight, SystemRight } from '../../../src/contract/management/rights.ts';
import type { Role } from '../../../src/contract/management/role.ts';
import { roleAllowsOnOrganization, roleAllowsOnSystem, roleOnSystem } from '../../../src/key-service/access/rights.ts';

/** Owner, Admin, Member, as the tables of the domain write it. */
type Row<Right> = readonly [Right, string];

const roles: readonly Role[] = ['owner', 'admin', 'member'];

/** dataminer-services spec 1.3, "Organization", and what is ours. */
const onOrganization: readonly Row<OrganizationRight>[] = [
  ['view organization', 'yes yes yes'],
  ['change organization', 'yes yes no'],
  ['connect systems', 'yes yes yes'],
  ['view users', 'yes yes yes'],
  ['leave', 'yes yes yes'],
  ['manage users', 'yes yes no'],
  ['manage owners', 'yes no no'],
  ['manage tokens', 'yes yes no'],
  ['manage keys', 'yes yes no'],
  ['break the gate', 'yes no no'],
  ['read audit', 'yes yes no'],
];

/** The same, "DMS". */
const onSystem: readonly Row<SystemRight>[] = [
  ['view system', 'yes yes yes'],
  ['change system', 'yes yes no'],
  ['view users', 'yes yes yes'],
  ['leave', 'yes yes yes'],
  ['manage users', 'yes yes no'],
  ['manage owners', 'yes no no'],
  ['manage keys', 'yes yes no'],
  ['break the gate', 'yes no no'],
  ['view deployments', 'yes yes yes'],
  ['manage deployments', 'yes yes no'],
];

const inWords = (allows: (role: Role) => boolean) => roles.map((role) => (allows(role) ? 'yes' : 'no')).join(' ');

describe('Owner, Admin and Member', () => {
  it.each(onOrganization)('of an organization, may "%s": %s', (right, expected) => {
    expect(inWords((role) => roleAllowsOnOrganization(role, right))).toBe(expected);
  });

  it.each(onSystem)('of a DMS, may "%s": %s', (right, expected) => {
    expect(inWords((role) => roleAllowsOnSystem(role, right))).toBe(expected);
  });
});

describe('the role on a DMS', () => {
  it.each<[Role | undefined, Role | undefined, Role | undefined]>([
    ['owner', undefined, 'owner'],
    ['admin', undefined, 'admin'],
    ['member', undefined, undefined],
    [undefined, undefined, undefined],
    [undefined, 'member', 'member'],
    ['member', 'owner', 'owner'],
    ['admin', 'owner', 'owner'],
    ['admin', 'member', 'admin'],
    ['owner', 'admin', 'owner'],
  ])('of somebody who is %s of the organization and %s of the DMS is %s', (organization, held, expected) => {
    expect(roleOnSystem(organization, held)).toBe(expected);
  });
});
