import { type Static, Type } from 'typebox';
import { Guid, Name, Timestamp } from '../formats.ts';
import { maxGraceHours } from '../limits.ts';
import { ListOf, pageQuery } from './list.ts';

const Slot = Type.Union([Type.Literal('primary'), Type.Literal('secondary')]);
const Version = Type.Integer({
  minimum: 1,
  description: 'the version that the caller has seen; 409 when it is no longer that',
});
const Permissions = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 50 });
const Confirm = Type.String({ maxLength: 200, description: 'the label, exactly' });
const MaybeTimestamp = Type.Union([Timestamp, Type.Null()]);

/** One of the two values of a set, without the value. */
export const KeySlotView = Type.Object({
  /** Prefix and last four characters. */
  masked: Type.String(),
  createdAt: Timestamp,
  lastUsedAt: MaybeTimestamp,
  /** 1 for the set's first value of this slot, one more for each regeneration. */
  version: Type.Integer(),
  /** False when the slot has no working value any more, as after the replay of a revocation: regenerate it. */
  alive: Type.Boolean(),
  /** The value before, while its grace lasts. */
  previous: Type.Union([
    Type.Object({ validUntil: Timestamp, lastUsedAt: MaybeTimestamp, masked: Type.String() }),
    Type.Null(),
  ]),
});
export type KeySlotView = Static<typeof KeySlotView>;

/** A key set as the Keys page shows it (design 5). */
export const KeySet = Type.Object({
  id: Guid,
  label: Type.String(),
  scope: Type.Union([Type.Literal('system'), Type.Literal('organization')]),
  permissions: Type.Array(Type.String()),
  state: Type.Union([Type.Literal('active'), Type.Literal('disabled'), Type.Literal('expired')]),
  expiresAt: MaybeTimestamp,
  createdAt: Timestamp,
  createdBy: Type.String(),
  changedAt: Timestamp,
  changedBy: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  slots: Type.Object({ primary: KeySlotView, secondary: KeySlotView }),
});
export type KeySet = Static<typeof KeySet>;
export const KeySetList = ListOf(KeySet);

export const KeySetQuery = Type.Object(
  { ...pageQuery, search: Type.Optional(Type.String({ maxLength: 100, description: 'part of a label' })) },
  { additionalProperties: false },
);
export type KeySetQuery = Static<typeof KeySetQuery>;

export const NewKeySet = Type.Object(
  { label: Name, permissions: Type.Optional(Permissions), expiresAt: Type.Optional(Timestamp) },
  { additionalProperties: false },
);
export type NewKeySet = Static<typeof NewKeySet>;

/** A new set; both values are shown this once. */
export const CreatedKeySet = Type.Object({
  ...KeySet.properties,
  values: Type.Object({ primary: Type.String(), secondary: Type.String() }),
});
export type CreatedKeySet = Static<typeof CreatedKeySet>;

export const KeySetChange = Type.Object(
  {
    label: Type.Optional(Name),
    permissions: Type.Optional(Permissions),
    expiresAt: Type.Optional(Type.Union([Timestamp, Type.Null()])),
    version: Type.Optional(Version),
  },
  { additionalProperties: false },
);
export type KeySetChange = Static<typeof KeySetChange>;

/** Body of revoke. */
export const RevokeKeySet = Type.Object(
  { confirm: Confirm, version: Type.Optional(Version) },
  { additionalProperties: false },
);
export type RevokeKeySet = Static<typeof RevokeKeySet>;

export const RevealKey = Type.Object({ slot: Slot }, { additionalProperties: false });
export type RevealKey = Static<typeof RevealKey>;
export const RevealedKey = Type.Object({ value: Type.String() });
export type RevealedKey = Static<typeof RevealedKey>;

export const RegenerateKey = Type.Object(
  {
    slot: Slot,
    confirm: Confirm,
    version: Type.Optional(Version),
    /** How long the old value goes on working, in hours; at once dead when absent. */
    graceHours: Type.Optional(Type.Number({ minimum: 0, maximum: maxGraceHours })),
    /** An Owner's decision to break the gate (rotation spec 2). */
    override: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type RegenerateKey = Static<typeof RegenerateKey>;
/** The new value, and the version that the set has with it. */
export const RegeneratedKey = Type.Object({ value: Type.String(), version: Type.Integer() });
export type RegeneratedKey = Static<typeof RegeneratedKey>;

/** Body of disable and enable. */
export const SwitchKeySet = Type.Object({ version: Type.Optional(Version) }, { additionalProperties: false });
export type SwitchKeySet = Static<typeof SwitchKeySet>;

/** Who used a value, as far as callers say it. */
export const KeyCaller = Type.Object({
  repository: Type.Union([Type.String(), Type.Null()]),
  workflow: Type.Union([Type.String(), Type.Null()]),
  runId: Type.Union([Type.String(), Type.Null()]),
  runAttempt: Type.Union([Type.String(), Type.Null()]),
  route: Type.String(),
  address: Type.Union([Type.String(), Type.Null()]),
  firstUsedAt: Timestamp,
  lastUsedAt: Timestamp,
  count: Type.Integer(),
});
export type KeyCaller = Static<typeof KeyCaller>;

const SlotUsage = Type.Object({
  /** Uses of the current value. */
  count: Type.Integer(),
  lastUsedAt: MaybeTimestamp,
  lastRoute: Type.Union([Type.String(), Type.Null()]),
  /** Most recent first. */
  callers: Type.Array(KeyCaller),
  /** Uses of the value before, while its grace lasts. */
  previous: Type.Union([
    Type.Object({
      validUntil: Timestamp,
      count: Type.Integer(),
      lastUsedAt: MaybeTimestamp,
      callers: Type.Array(KeyCaller),
    }),
    Type.Null(),
  ]),
  /** Whether this slot may be regenerated now; else why not (rotation spec 2). */
  gate: Type.Object({ open: Type.Boolean(), reason: Type.Union([Type.String(), Type.Null()]) }),
});

export const KeySetUsage = Type.Object({ slots: Type.Object({ primary: SlotUsage, secondary: SlotUsage }) });
export type KeySetUsage = Static<typeof KeySetUsage>;
