import { type ConnectorSettings, connectorSettings, kindOf } from '../dms/connector-kinds.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { comparable } from '../store/comparable-text.ts';
import type { Queries } from '../store/schema.ts';
import type { SystemRow } from './system-view.ts';

/** No two DMSs of an organization are called the same. @throws KeyServiceError `conflict` */
export async function requireOwnName(
  transaction: Queries,
  { id, organization_id, name }: Pick<SystemRow, 'id' | 'organization_id' | 'name'>,
): Promise<void> {
  const other = await transaction
    .selectFrom('systems')
    .select('name')
    .where('organization_id', '=', organization_id)
    .where('comparable_name', '=', comparable(name))
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other === undefined) return;
  throw new KeyServiceError(
    'conflict',
    `The organization has a DMS "${other.name}" already`,
    'Give each DMS a name of its own; case does not count.',
  );
}

/** No two DMSs are in one place, be they of different organizations. @throws KeyServiceError `conflict` */
export async function requireOwnPlace(
  transaction: Queries,
  { id, organization_id }: Pick<SystemRow, 'id' | 'organization_id'>,
  settings: ConnectorSettings,
): Promise<void> {
  const others = await transaction.selectFrom('systems').selectAll().where('id', '!=', id).execute();
  const clash = others.find((other) => {
    const otherSettings = connectorSettings(other);
    return otherSettings.type === settings.type && kindOf(settings).clash(settings, otherSettings);
  });
  if (clash === undefined) return;
  throw new KeyServiceError(
    'conflict',
    // The names of other organizations' DMSs are theirs.
    `The folder overlaps that of ${clash.organization_id === organization_id ? `the DMS ${clash.name}` : 'another DMS'}`,
    'Give each DMS a folder of its own.',
  );
}
