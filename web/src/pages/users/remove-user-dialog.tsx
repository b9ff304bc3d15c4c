import { useState } from 'preact/hooks';
import type { User } from '../../../../src/contract/management/users.ts';
import { Form } from '../../components/form.tsx';
import { toast } from '../../components/toasts.tsx';
import { own } from '../../lib/own-event.ts';

/** Takes somebody's role away. */
export function RemoveUserDialog({
  user,
  isMe,
  remove,
  onClose,
}: {
  user: User;
  isMe: boolean;
  remove: (id: string) => Promise<void>;
  onClose: () => void;
}) {
  const [isOpen, setOpen] = useState(true);
  return (
    <wa-dialog label={`Remove ${user.name}`} open={isOpen} onwa-after-hide={own(onClose)}>
      <Form
        submit={isMe ? 'Leave' : 'Remove'}
        action={async () => {
          await remove(user.id);
          toast(`${user.name} is removed`);
          setOpen(false);
        }}
      >
        <p>
          {isMe
            ? 'You lose your role here at once, and cannot give it back to yourself.'
            : `${user.email} loses the role at once. Keys and tokens that exist go on working.`}
        </p>
      </Form>
    </wa-dialog>
  );
}
