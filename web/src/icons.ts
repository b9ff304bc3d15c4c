import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import sprite from './icons.svg?url';

/** All icons come from one file of ours, by reference: nothing is fetched from elsewhere, and no policy needs an exception. */
export function registerIcons(): void {
  for (const library of ['default', 'system']) {
    registerIconLibrary(library, { resolver: (name) => `${sprite}#${name}`, spriteSheet: true });
  }
}
