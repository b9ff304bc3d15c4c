import { useEffect, useState } from 'preact/hooks';
import { CopyButton } from './copy.tsx';
import { IconButton } from './icon-button.tsx';
import { toastFailure } from './toasts.tsx';

/** How long a revealed value stays on the screen, in milliseconds (security practice 6). */
export const revealedMilliseconds = 30_000;

/**
 * A value that is masked until its eye is chosen, and masked again after half a minute. It is asked for each time: the page
 * keeps it no longer than it shows it.
 * @param known a value that is there already, as that of a key just made; it is shown from the beginning
 * @param onHide told that the user has seen enough of it
 */
export function SecretValue({
  what,
  masked,
  reveal,
  known,
  onHide,
}: {
  what: string;
  masked: string;
  reveal: () => Promise<string>;
  known?: string | undefined;
  onHide?: () => void;
}) {
  const [value, setValue] = useState(known);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (known !== undefined) setValue(known);
  }, [known]);
  useEffect(() => {
    if (value === undefined) return undefined;
    const timer = setTimeout(() => setValue(undefined), revealedMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  const toggle = async () => {
    if (value !== undefined) {
      onHide?.();
      return setValue(undefined);
    }
    if (isAsking) return;
    setAsking(true);
    try {
      setValue(await reveal());
    } catch (error) {
      toastFailure(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <span class="secret">
      <code title={value}>{value ?? masked}</code>
      <IconButton
        icon={value === undefined ? 'eye' : 'eye-slash'}
        label={`${value === undefined ? 'Reveal' : 'Hide'} ${what}`}
        onClick={toggle}
      />
      <CopyButton what={what} text={value ?? reveal} />
    </span>
  );
}
