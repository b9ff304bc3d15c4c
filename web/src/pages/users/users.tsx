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
import { toast, toastFailure } from '../../components/toasts.tsx';
import type { PageProps } from '../page-props.ts';
import { AddUserDialog } from './add-user-dialog.tsx';
import { LowerOwnRoleDialog } from './lower-own-role-dialog.tsx';
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
  const [lowering, setLowering] = useState<{ readonly me: User; readonly to: Role }>();
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
                <RoleSelect
                  user={user}
                  assignable={assignable}
                  changes={changes}
                  giveUp={user.id === me ? (to) => setLowering({ me: user, to }) : undefined}
                />
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
      {lowering && (
        <LowerOwnRoleDialog
          {...lowering}
          scope={scope}
          setRole={changes.setRole}
          onClose={() => setLowering(undefined)}
        />
      )}
    </>
  );
}

function RoleSelect({
  user,
  assignable,
  changes,
  giveUp,
}: {
  user: User;
  assignable: readonly Role[];
  changes: UserChanges;
  /** Asks before the role is changed; for one's own. */
  giveUp: ((to: Role) => void) | undefined;
}) {
  const choose = async (select: HTMLSelectElement) => {
    const role = select.value as Role;
    if (giveUp) {
      // Until it is changed, the role that is held is shown.
      select.value = user.role;
      giveUp(role);
      return;
    }
    try {
      await changes.setRole(user.id, role);
      toast(`${user.name} is ${roleNames[role]} now`);
    } catch (error) {
      select.value = user.role;
      toastFailure(error);
    }
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
