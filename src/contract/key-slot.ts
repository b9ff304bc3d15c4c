/** The two values of a key set, in the order in which they are tried. */
export const keySlots = ['primary', 'secondary'] as const;
export type KeySlot = (typeof keySlots)[number];
