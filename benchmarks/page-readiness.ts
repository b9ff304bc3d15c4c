/**
 * Runs in the page, for a test tool that looks from outside keeps a slowed-down page busy for as long as the page itself does:
 * waits until a click on each of what is wanted would reach it, the picture is drawn and the next task is done, and tells how
 * many milliseconds that was after the way to the page began.
 */
export function tellWhenTakingClicks(wanted: readonly string[]): void {
  const takesClicks = (selector: string) => {
    const element = document.querySelector(selector);
    if (element === null) return false;
    const { x, y, width, height } = element.getBoundingClientRect();
    return width > 0 && element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  };
  const look = () => {
    if (!wanted.every(takesClicks)) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => tell(String(performance.now()))));
  };
  requestAnimationFrame(look);
}

/* What it uses of the page's world; all else here runs in Node. */
interface PageElement {
  getBoundingClientRect(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  contains(other: PageElement | null): boolean;
}
declare const document: {
  querySelector(selector: string): PageElement | null;
  elementFromPoint(x: number, y: number): PageElement | null;
};
declare function requestAnimationFrame(callback: () => void): void;
/** Given to the page by its browser. */
declare function tell(text: string): void;
