import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import sprite from './icons.svg?url';

/** All icons come from one file of ours, by reference: nothing is fetched from elsewhere, and no policy needs an exception. */
export function registerIcons(): void {
  for (const library of ['default', 'system']) {
    registerIconLibrary(library, { resolver: (name) => `${sprite}#${name}`, mutator: giveSize, spriteSheet: true });
  }
}

/** A picture of a sprite has no size of its own; without one it is as wide as a video, and so is what can be scrolled to. */
function giveSize(picture: SVGElement): void {
  picture.style.inlineSize = '1em';
  picture.style.blockSize = '1em';
}
