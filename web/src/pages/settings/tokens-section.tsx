import { useState } from 'preact/hooks';
import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { Organization } from '../../../../src/contract/management/organizations.ts';
import { type Role, roles } from '../../../../src/contract/management/role.ts';
import type { CreatedToken, Token } from '../../../../src/contract/management/users.ts';
import { createToken, revokeToken, useTokens } from '../../api/users.ts';
import { Badge } from '../../components/badge.tsx';
import { CopyButton } from '../../components/copy.tsx';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { Failure, Loading } from '../../components/notices.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/time.tsx';
import { toast } from '../../components/toasts.tsx';
import { RoleField } from '../users/role-field.tsx';
import { roleNames } from '../users/role-names.ts';

/** API tokens, by which automation works with the management API. */
export function TokensSection({ organization }: { organization: Organization }) {
  const tokens = useTokens(organization.id);
  const [isNew, setNew] = useState(false);
  const [ending, setEnding] = useState<Token>();
  const assignable = roles.filter((role) => role !== 'owner' || organization.rights.includes('manage owners'));
  return (
    <section>
      <h2>API tokens</h2>
      {tokens.isPending && <Loading what="the tokens" />}
      {tokens.isError && <Failure error={tokens.error} retry={tokens.refetch} />}
      {tokens.data?.length === 0 && <p class="quiet">There are none.</p>}
      {tokens.data !== undefined && tokens.data.length > 0 && (
        <Table
          caption="API tokens"
          rows={tokens.data}
          keyOf={({ id }) => id}
          columns={[
            { title: 'Name', sortBy: ({ name }) => name, cell: ({ name }) => name },
            { title: 'Role', cell: ({ role }) => roleNames[role] },
            { title: 'Token', cell: ({ masked }) => <code>{masked}</code> },
            {
              title: 'Last used',
              sortBy: ({ lastUsedAt }) => lastUsedAt ?? '',
              cell: ({ lastUsedAt }) => <Time at={lastUsedAt} />,
            },
            {
              title: 'Expires',
              sortBy: ({ expiresAt }) => expiresAt ?? '',
              cell: ({ expiresAt }) => <Time at={expiresAt} />,
            },
            { title: 'State', sortBy: ({ state }) => state, cell: ({ state }) => <TokenState state={state} /> },
            {
              title: 'Actions',
              isTitleHidden: true,
              cell: (token) =>
                token.state === 'active' && (
                  <wa-button size="s" appearance="plain" onClick={() => setEnding(token)}>
                    <wa-icon name="trash" label={`Revoke ${token.name}`} />
                  </wa-button>
                ),
            },
          ]}
        />
      )}
      <wa-button appearance="outlined" onClick={() => setNew(true)}>
        <wa-icon slot="start" name="plus" />
        New token
      </wa-button>
      {isNew && <NewTokenDialog org={organization.id} assignable={assignable} onClose={() => setNew(false)} />}
      {ending && <RevokeTokenDialog org={organization.id} token={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}

function TokenState({ state }: { state: Token['state'] }) {
  return <Badge kind={state === 'active' ? 'success' : 'neutral'}>{state}</Badge>;
}

function NewTokenDialog({
  org,
  assignable,
  onClose,
}: {
  org: string;
  assignable: readonly Role[];
  onClose: () => void;
}) {
  const [made, setMade] = useState<CreatedToken>();
  return (
    <Dialog label={made ? `Token ${made.name}` : 'New token'} onClose={onClose}>
      {(close) =>
        made ? (
          <div class="stack" data-keeps-open>
            <p>Copy it now: it is not shown again.</p>
            <span class="secret">
              <code>{made.token}</code>
              <CopyButton what="token" text={made.token} />
            </span>
            <wa-button variant="brand" onClick={close}>
              Done
            </wa-button>
          </div>
        ) : (
          <Form
            isDialog
            submit="Create"
            action={async ({ name = '', role = '', expires = '' }) => {
              setMade(
                await createToken(org, {
                  name,
                  role: roles.find((candidate) => candidate === role) ?? 'member',
                  ...(expires !== '' && { expiresAt: new Date(expires).toISOString() }),
                }),
              );
            }}
          >
            <wa-input name="name" label="Name" maxlength={maxNameLength} autofocus required />
            <RoleField assignable={assignable} />
            <label>
              Expires (optional)
              <input type="datetime-local" name="expires" />
            </label>
          </Form>
        )
      }
    </Dialog>
  );
}

function RevokeTokenDialog({ org, token, onClose }: { org: string; token: Token; onClose: () => void }) {
  return (
    <Dialog label={`Revoke the token ${token.name}`} onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          submit="Revoke"
          action={async () => {
            await revokeToken(org, token.id);
            toast(`${token.name} is revoked`);
            close();
          }}
        >
          <p>
            It stops working at once. It was used last: <Time at={token.lastUsedAt} />.
          </p>
        </Form>
      )}
    </Dialog>
  );
}
