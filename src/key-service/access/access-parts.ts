import type { Audited } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import type { Peppers } from '../secrets/pepper-ring.ts';
import type { Database } from '../store/schema.ts';
import { Accounts } from './accounts.ts';
import { Authorization } from './authorization.ts';
import { FirstOwner } from './first-owner.ts';
import { KnownDevices } from './known-devices.ts';
import { PasswordChecks } from './password-checks.ts';
import { RefusedSignIns } from './refused-sign-ins.ts';
import type { OrganizationRoles } from './rights.ts';
import { Sessions } from './sessions.ts';
import { SetupToken } from './setup-token.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { SignIns } from './sign-ins.ts';
import { Tokens } from './tokens.ts';
import { Users } from './users.ts';

/** What knows who may come in, and what they may do. */
export interface AccessParts {
  readonly authorization: Authorization;
  readonly accounts: Accounts;
  readonly users: Users;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
  readonly refusedSignIns: RefusedSignIns;
  readonly firstOwner: FirstOwner;
  readonly setupToken: SetupToken;
}

/** Puts them together. */
export function accessParts(
  db: Database,
  audited: Audited,
  { peppers, roles }: { readonly peppers: Peppers; readonly roles: OrganizationRoles },
  environment: Environment,
): AccessParts {
  const sessions = new Sessions(db, environment);
  const passwords = new PasswordChecks(environment);
  const limits = new SignInLimits(environment);
  const refused = new RefusedSignIns(audited, environment);
  const devices = new KnownDevices(peppers, environment);
  const accounts = new Accounts(db, { audited, sessions, passwords, limits, refused }, environment);
  const firstOwner = new FirstOwner(db, audited, accounts, environment);
  return {
    authorization: new Authorization(db, roles),
    accounts,
    users: new Users(db, audited, accounts, environment),
    tokens: new Tokens(db, audited, environment),
    sessions,
    signIns: new SignIns(db, { audited, sessions, passwords, devices, limits, refused }),
    refusedSignIns: refused,
    firstOwner,
    setupToken: new SetupToken(firstOwner, limits, environment),
  };
}
