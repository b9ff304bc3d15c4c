/** How long after the first page what it can open is fetched, in milliseconds: soon, but not instead of the page. */
const pauseMilliseconds = 1_000;

/** Elements of the component library that show only what has been opened: dialogs, panels, menus. Fetched once. */
export async function overlays(): Promise<void> {
  await import('./overlay-elements.ts');
}

/** Fetches them before they are wanted. When that fails, it is tried again once they are. */
export function overlaysSoon(): void {
  setTimeout(() => overlays().catch(() => undefined), pauseMilliseconds);
}
