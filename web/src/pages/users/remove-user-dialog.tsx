import type { User } from '../../../../src/contract/management/users.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { toast } from '../../components/toasts.tsx';

/** Takes somebody's role away. */
export function RemoveUserDialog({
  user,
  isMe,
  scope,
  remove,
  onClose,
}: {
  user: User;
  isMe: boolean;
  scope: 'organization' | 'system';
  remove: (id: string) => Promise<void>;
  onClose: () => void;
}) {
  return (
    <Dialog label={`Remove ${user.name}`} onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          isDangerous
          submit={isMe ? 'Leave' : 'Remove'}
          action={async () => {
            await remove(user.id);
            toast(`${user.name} is removed`);
            close();
          }}
        >
          <p>
            {isMe
              ? 'You lose your role here at once, and cannot give it back to yourself.'
              : `${user.email} loses the role at once. Keys and tokens that exist go on working.`}
          </p>
          {scope === 'organization' && <p>Roles on single DMSs stay: they are taken away on the Users page of each.</p>}
        </Form>
      )}
    </Dialog>
  );
}
