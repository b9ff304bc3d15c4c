import { Type } from 'typebox';

/** Pieces that the shapes of the wire have in common. */
export const Guid = Type.String({ pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' });

export const Timestamp = Type.String({ minLength: 1, description: 'ISO 8601, UTC' });

/** Longest name or label that people give to something, in characters. */
export const maxNameLength = 100;

export const Name = Type.String({ minLength: 1, maxLength: maxNameLength });
