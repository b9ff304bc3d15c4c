import { useEffect, useState } from 'preact/hooks';

/** How often what depends on the time is looked at again, in milliseconds. */
const tickMilliseconds = 5_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Something that depends on the time, kept right while it is shown. One clock ticks for all, and only what changed is drawn.
 * @param at what it is at a time in milliseconds since 1970
 */
export function useAtNow<Value extends string | number | boolean>(at: (now: number) => Value): Value {
  const value = at(Date.now());
  const [, setShown] = useState(value);
  useEffect(() => {
    const look = () => setShown(at(Date.now()));
    listeners.add(look);
    timer ??= setInterval(() => {
      for (const listener of listeners) listener();
    }, tickMilliseconds);
    return () => {
      listeners.delete(look);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  });
  return value;
}
