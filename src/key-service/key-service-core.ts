import { resolve } from 'node:path';
import type { Initiator } from '../contract/management/initiator.ts';
import type { OrganizationKeysRole } from '../contract/management/rights.ts';
import { type AccessParts, accessParts } from './access/access-parts.ts';
import { organizationRoles } from './access/rights.ts';
import { finishRestore } from './admin/finish-restore.ts';
import { Artifacts } from './artifacts/artifacts.ts';
import { diskReserve } from './artifacts/disk-reserve.ts';
import { acceptLogLoss } from './audit/accept-loss.ts';
import { type AuditParts, auditParts } from './audit/audit-parts.ts';
import { replayRevocations } from './audit/replay-revocations.ts';
import type { Replay } from './audit/revocation-log.ts';
import { DeploymentRecords } from './deployments/deployment-records.ts';
import { Deployments } from './deployments/deployments.ts';
import { type Environment, systemEnvironment } from './environment.ts';
import { KeyRejections } from './keys/key-rejections.ts';
import { KeySets } from './keys/key-sets.ts';
import { KeyUsage } from './keys/key-usage.ts';
import { KeyVerifier } from './keys/key-verifier.ts';
import { Organizations } from './organizations/organizations.ts';
import { SystemList } from './organizations/system-list.ts';
import { Systems } from './organizations/systems.ts';
import { MasterKeyRotation } from './secrets/master-key-rotation.ts';
import { PepperRotation } from './secrets/pepper-rotation.ts';
import { PepperUpgrade } from './secrets/pepper-upgrade.ts';
import { type SecretVariables, secretSettings } from './secrets/secret-settings.ts';
import { loadSecrets } from './secrets/service-secrets.ts';
import type { Database } from './store/schema.ts';
import { locationOf, openStore, type StoreLocation } from './store/store.ts';

/** Where a key service keeps what it knows. */
export interface StoreOptions {
  /** Folder of the embedded database, and in any case of files under way and of the revocation log; made when it is not there. */
  readonly dataFolder: string;
  /** A PostgreSQL database (`postgres://…`) to use instead of the embedded one. */
  readonly databaseUrl?: string;
  /** Folder of pepper and master key; default: `secrets` in the data folder. Better kept on another disk. */
  readonly secretsFolder?: string;
  /** Pepper and master key, or commands that print them, by the names of their environment variables. */
  readonly secretVariables?: SecretVariables;
  /** Who decided that the service begins a new revocation log, because the old one is lost for good. */
  readonly lossOfRevocationLogAcceptedBy?: Initiator;
}

export interface CoreOptions extends StoreOptions {
  /** The lowest role that manages the key sets of an organization itself; `admin` by default. */
  readonly organizationKeysRole?: OrganizationKeysRole;
}

/** Everything that can be done with the store of a key service, by its server and by the command line beside it. */
export interface KeyServiceCore extends AccessParts, AuditParts {
  readonly db: Database;
  readonly storeLocation: StoreLocation;
  readonly dataFolder: string;
  readonly secretsFolder: string;
  /** Whether a secret lies where a copy of the data folder takes it along. */
  readonly isSecretBesideData: boolean;
  readonly environment: Environment;
  readonly organizations: Organizations;
  readonly systems: Systems;
  readonly systemList: SystemList;
  readonly keySets: KeySets;
  readonly keyVerifier: KeyVerifier;
  readonly keyUsage: KeyUsage;
  readonly keyRejections: KeyRejections;
  readonly pepperUpgrade: PepperUpgrade;
  readonly pepperRotation: PepperRotation;
  readonly masterKeyRotation: MasterKeyRotation;
  readonly artifacts: Artifacts;
  readonly deployments: Deployments;
  readonly deploymentRecords: DeploymentRecords;
  close(): Promise<void>;
}

/**
 * Opens the store, making database and secrets on first use. A server and any number of commands may have it open at once.
 * @throws KeyServiceError `store` or `secrets` when one of them cannot be used, `audit` when the revocation log cannot be relied on
 */
export async function openKeyServiceCore(
  options: CoreOptions,
  environment: Environment = systemEnvironment,
): Promise<KeyServiceCore> {
  const dataFolder = resolve(options.dataFolder);
  const settings = secretSettings(options);
  const storeLocation = locationOf({ ...options, dataFolder });
  const db = await openStore(storeLocation);
  try {
    const secrets = await loadSecrets(settings, db, environment);
    const keyUsage = new KeyUsage(db, environment);
    const audit = auditParts(db, dataFolder, secrets.peppers, environment);
    const { audited, revocationLog, auditHeads } = audit;
    const roles = organizationRoles(options.organizationKeysRole);
    const replay: Replay = (entries) => replayRevocations(entries, audited, environment);
    // First of all that adds records: until then the chains of a restored database are as they were signed.
    await finishRestore(db, audited, auditHeads, (entries) => revocationLog.takeOver(entries, replay), environment);
    const initiator = options.lossOfRevocationLogAcceptedBy;
    if (initiator === undefined) await revocationLog.catchUp(replay);
    else await acceptLogLoss(revocationLog, replay, { audited, db, initiator });
    return {
      db,
      storeLocation,
      dataFolder,
      secretsFolder: settings.folder,
      isSecretBesideData: options.secretsFolder === undefined && secrets.areInFolder,
      environment,
      ...audit,
      ...accessParts(db, audited, { peppers: secrets.peppers, roles }, environment),
      organizations: new Organizations(db, audited, roles, environment),
      systems: new Systems(db, audited, environment, [dataFolder, settings.folder]),
      systemList: new SystemList(db),
      keySets: new KeySets({ db, audited, secrets, usage: keyUsage, environment }),
      keyVerifier: new KeyVerifier(db, secrets.peppers, environment),
      keyUsage,
      keyRejections: new KeyRejections(audited, environment),
      pepperUpgrade: new PepperUpgrade(db, secrets.peppers),
      pepperRotation: new PepperRotation(db, secrets, audited, [revocationLog, auditHeads], environment),
      masterKeyRotation: new MasterKeyRotation(db, secrets, audited, environment),
      artifacts: new Artifacts(db, audited, environment, diskReserve(dataFolder)),
      deployments: new Deployments(audited, environment),
      deploymentRecords: new DeploymentRecords(db),
      close: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
