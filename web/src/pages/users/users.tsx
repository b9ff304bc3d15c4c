import { useState } from 'preact/hooks';
import { type Role, roles } from '../../../../src/contract/management/role.ts';
import type { User } from '../../../../src/contract/management/users.ts';
import { useSession } from '../../api/session.ts';
import { type UserChanges, userChanges, useUsers } from '../../api/users.ts';
import { Badge } from '../../components/badge.tsx';
import { Heading } from '../../components/heading.tsx';
import { Failure, Loading } from '../../components/notices.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/time.tsx';
import type { PageProps } from '../page-props.ts';
import { AddUserDialog } from './add-user-dialog.tsx';
import { ChangeRoleDialog } from './change-role-dialog.tsx';
import { RemoveUserDialog } from './remove-user-dialog.tsx';
import { roleNames } from './role-names.ts';

/** Who holds which role on an organization or a DMS (dataminer-services spec 1.3). */
export default function UsersPage({ organization, system }: PageProps) {
  const place = { org: organization.id, ...(system && { dms: system.id }) };
  const { rights, name } = system ?? organization;
  const users = useUsers(place);
  const changes = userChanges(place);
  const [isAdding, setAdding] = useState(false);
  const assignable = roles.filter((role) => role !== 'owner' || rights.includes('manage owners'));
  const mayManage = rights.includes('manage users');
  return (
    <>
      <Heading title={`Users of ${name}`}>
        {mayManage && (
          <wa-button variant="brand" onClick={() => setAdding(true)}>
            <wa-icon slot="start" name="plus" />
            Add user
          </wa-button>
        )}
      </Heading>
      {users.isPending && <Loading what="the users" />}
      {users.isError && <Failure error={users.error} retry={users.refetch} />}
      {users.data && (
        <UserTable
          users={users.data}
          scope={system ? 'system' : 'organization'}
          assignable={mayManage ? assignable : []}
          changes={changes}
        />
      )}
      {isAdding && <AddUserDialog assignable={assignable} add={changes.add} onClose={() => setAdding(false)} />}
    </>
  );
}

function UserTable({
  users,
  scope,
  assignable,
  changes,
}: {
  users: readonly User[];
  scope: 'organization' | 'system';
  assignable: readonly Role[];
  changes: UserChanges;
}) {
  const [leaving, setLeaving] = useState<User>();
  const [changing, setChanging] = useState<{ readonly user: User; readonly to: Role }>();
  const me = useSession().data?.user?.id;
  const mayChange = (user: User) => !user.inherited && assignable.includes(user.role);
  return (
    <>
      <Table
        caption="Users"
        rows={users}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Name',
            sortBy: ({ name }) => name,
            cell: ({ id, name }) => (
              <>
                {name} {id === me && <Badge kind="neutral">You</Badge>}
              </>
            ),
          },
          { title: 'E-mail', sortBy: ({ email }) => email, cell: ({ email }) => email },
          {
            title: 'Role',
            sortBy: ({ role }) => roles.indexOf(role),
            cell: (user) =>
              mayChange(user) ? (
                <RoleSelect user={user} assignable={assignable} onChoose={(to) => setChanging({ user, to })} />
              ) : (
                <>
                  {roleNames[user.role]} {user.inherited && <span class="quiet">(from the organization)</span>}
                </>
              ),
          },
          {
            title: 'Last seen',
            sortBy: ({ lastSeenAt }) => lastSeenAt ?? '',
            cell: ({ lastSeenAt }) => <Time at={lastSeenAt} />,
          },
          {
            title: 'Actions',
            isTitleHidden: true,
            cell: (user) =>
              (mayChange(user) || (user.id === me && !user.inherited)) && (
                <wa-button size="s" appearance="plain" onClick={() => setLeaving(user)}>
                  <wa-icon name="trash" label={`Remove ${user.name}`} />
                </wa-button>
              ),
          },
        ]}
      />
      {leaving && (
        <RemoveUserDialog
          user={leaving}
          isMe={leaving.id === me}
          scope={scope}
          remove={changes.remove}
          onClose={() => setLeaving(undefined)}
        />
      )}
      {changing && (
        <ChangeRoleDialog
          {...changing}
          isMe={changing.user.id === me}
          scope={scope}
          setRole={changes.setRole}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

/** The role that is held is shown until it is another: what is chosen is asked about first. */
function RoleSelect({
  user,
  assignable,
  onChoose,
}: {
  user: User;
  assignable: readonly Role[];
  onChoose: (role: Role) => void;
}) {
  const choose = (select: HTMLSelectElement) => {
    const role = select.value as Role;
    select.value = user.role;
    onChoose(role);
  };
  return (
    <select aria-label={`Role of ${user.name}`} value={user.role} onChange={(event) => choose(event.currentTarget)}>
      {assignable.map((role) => (
        <option key={role} value={role}>
          {roleNames[role]}
        </option>
      ))}
    </select>
  );
}
