import '@awesome.me/webawesome/dist/components/toast/toast.js';
import type WaToast from '@awesome.me/webawesome/dist/components/toast/toast.js';

let stack: WaToast | undefined;

/** Where short messages appear. There is one of it, in the frame. */
export function Toasts() {
  return <wa-toast ref={hold} placement="bottom-end" />;
}

function hold(element: WaToast | null): void {
  stack = element ?? undefined;
}

/** Says shortly that something was done. */
export function toast(text: string): void {
  stack?.create(text, { variant: 'success', icon: 'circle-check', duration: 5_000 }).catch(console.error);
}

/** Says that something failed; it stays until it is dismissed. */
export function toastFailure(error: unknown): void {
  const text = error instanceof Error ? error.message : 'Something went wrong.';
  stack?.create(text, { variant: 'danger', icon: 'triangle-exclamation', duration: 0 }).catch(console.error);
}
