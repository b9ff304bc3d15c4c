import { useEffect, useState } from 'preact/hooks';
import { IconButton } from './icon-button.tsx';
import { toastFailure } from './toasts.tsx';

const feedbackMilliseconds = 2_000;

/** Copies a text to the clipboard and says so. @param text what to copy, or how to get it */
export function CopyButton({ what, text }: { what: string; text: string | (() => Promise<string>) }) {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => setDone(false), feedbackMilliseconds);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setDone(true);
    } catch (error) {
      toastFailure(error);
    }
  };
  return (
    <IconButton icon={isDone ? 'check' : 'copy'} label={isDone ? `${what} copied` : `Copy ${what}`} onClick={copy} />
  );
}
