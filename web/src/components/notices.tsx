import type { ComponentChildren } from 'preact';

/** Something is on its way; said to screen readers, too. */
export function Loading({ what }: { what: string }) {
  return (
    <p class="notice" role="status">
      <wa-spinner /> Loading {what} …
    </p>
  );
}

/** Something could not be read, and what to do about it. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <wa-callout variant="danger" role="alert">
      <wa-icon slot="icon" name="triangle-exclamation" />
      <p>{error instanceof Error ? error.message : 'Something went wrong.'}</p>
      {retry && (
        <wa-button size="s" appearance="outlined" onClick={retry}>
          Try again
        </wa-button>
      )}
    </wa-callout>
  );
}

/** There is nothing here yet, and how to change that. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
