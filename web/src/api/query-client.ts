import { QueryClient } from '@tanstack/preact-query';
import { isFinal } from './problem.ts';

/** What was read from the service. A refusal is final; what may pass, like a lost connection, is tried twice more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && !isFinal(error),
    },
  },
});
