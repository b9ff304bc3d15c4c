/** How long after a key, a click or a touch somebody counts as being there, in milliseconds. */
const attendedMilliseconds = 60_000;

const signs = ['keydown', 'pointerdown', 'wheel'] as const;

let lastSign = Date.now();

/** Notices when somebody uses the page. */
export function watchAttendance(): void {
  for (const sign of signs) {
    addEventListener(
      sign,
      () => {
        lastSign = Date.now();
      },
      { capture: true, passive: true },
    );
  }
}

/** Whether nobody has used the page for a while, so that what it asks, it asks by itself. */
export function isUnattended(): boolean {
  return Date.now() - lastSign > attendedMilliseconds;
}
