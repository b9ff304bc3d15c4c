import { Type } from 'typebox';
import { maxNameLength } from './limits.ts';

/** Pieces that the shapes of the wire have in common. */
export const Guid = Type.String({ pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' });

export const Timestamp = Type.String({ minLength: 1, description: 'ISO 8601, UTC' });

export const Name = Type.String({ minLength: 1, maxLength: maxNameLength });
