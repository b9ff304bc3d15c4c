import type { QueryKey } from '@tanstack/preact-query';
import { queryClient } from './query-client.ts';

/**
 * Reads anew what a change was about, also when it was refused: then something else is true than what was shown. What the change
 * made is handed on at once, without waiting for that.
 */
export async function refreshing<Result>(queryKey: QueryKey, changing: Promise<Result>): Promise<Result> {
  try {
    return await changing;
  } finally {
    void queryClient.invalidateQueries({ queryKey });
  }
}
