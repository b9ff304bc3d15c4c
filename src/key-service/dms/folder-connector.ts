import type { OpenPackage, openPackage } from '../../packaging/dmapp/read-package.ts';
import { type Environment, timestamp } from '../environment.ts';
import { type Connector, InstallError, type InstallJob, type Turn } from './connector.ts';
import { diskProblem, type FileSystem } from './file-system.ts';
import { FolderTransaction } from './folder-transaction.ts';
import { type InstallManifest, isInstalled, manifestBytes } from './install-manifest.ts';
import { installPlan } from './install-plan.ts';
import { RootFolder } from './root-folder.ts';

/** How many entries an event names before it only counts them. */
const maxNamedEntries = 20;

/**
 * Delivers packages into the `Skyline DataMiner` folder of a DMS that this machine can write to: all files of a package or
 * none, also when the process is killed on the way. A newer deployment of the same name and version replaces the files.
 */
export class FolderConnector implements Connector {
  readonly name = 'Folder connector';
  readonly #folder: string;
  readonly #openPackage: typeof openPackage;
  readonly #files: FileSystem;
  readonly #environment: Environment;

  constructor(folder: string, parts: { openPackage: typeof openPackage; files: FileSystem; environment: Environment }) {
    this.#folder = folder;
    this.#openPackage = parts.openPackage;
    this.#files = parts.files;
    this.#environment = parts.environment;
  }

  async recover(turn: Turn): Promise<boolean> {
    return await forPeople(async () => {
      const root = await RootFolder.open(this.#folder, this.#files);
      const transaction = await this.#begin(root, turn);
      await transaction.discard();
      return await isInstalled(turn.deploymentId, root);
    });
  }

  async install(job: InstallJob): Promise<void> {
    await forPeople(() => this.#install(job));
  }

  async #install(job: InstallJob): Promise<void> {
    const transaction = await this.#begin(await RootFolder.open(this.#folder, this.#files), job);
    try {
      const content = await this.#openPackage(job.packageFile);
      try {
        await this.#prepare(transaction, content, job);
      } finally {
        await content.close();
      }
    } catch (error) {
      await transaction.discard();
      throw error;
    }
    await transaction.commit(job.confirmWanted);
  }

  async #begin(root: RootFolder, { deploymentId, confirmTurn }: Turn): Promise<FolderTransaction> {
    const transactionId = this.#environment.newId();
    return await FolderTransaction.begin(root, this.#files, { deploymentId, transactionId, confirmTurn });
  }

  async #prepare(transaction: FolderTransaction, content: OpenPackage, job: InstallJob): Promise<void> {
    const plan = installPlan(
      content.info,
      content.entries.map((entry) => entry.name),
    );
    if (plan.skipped.length > 0) {
      await job.report({
        kind: 'Skipped',
        metadata: {
          Message: 'This content has no place in a folder and was left out.',
          Entries: named(plan.skipped),
        },
      });
    }
    const installed: InstallManifest['files'][number][] = [];
    for (const { entry, target } of plan.files) {
      job.signal.throwIfAborted();
      const written = await transaction.stage(target, await content.read(entry), job.signal);
      installed.push({ path: target.join('\\'), ...written });
    }
    await transaction.stage(plan.manifest, [this.#manifest(content, job, installed)], job.signal);
    await job.report({
      kind: 'Installing',
      metadata: {
        Package: content.info.name,
        Version: content.info.version,
        Files: named(installed.map((file) => file.path)),
      },
    });
    job.signal.throwIfAborted();
  }

  #manifest(content: OpenPackage, { deploymentId }: InstallJob, files: InstallManifest['files']): Buffer {
    return manifestBytes({
      ...content.info,
      deploymentId,
      installedAt: timestamp(this.#environment.now()),
      files,
    });
  }
}

/** Everybody who may see a deployment reads why it failed; where the DMS lies is for those who may change it. */
async function forPeople<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    const problem = diskProblem(cause);
    if (problem === undefined) throw cause;
    throw new InstallError(
      `The folder of the DMS cannot be changed (${problem})`,
      'Let the account of the key service write there, and see that the disk has free space. Nothing was installed.',
      { cause },
    );
  }
}

function named(entries: readonly string[]): string {
  const rest = entries.length - maxNamedEntries;
  return entries.slice(0, maxNamedEntries).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
