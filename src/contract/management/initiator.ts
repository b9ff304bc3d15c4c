import { type Static, Type } from 'typebox';

/** Kinds of those who do something: people, dataminer.services keys, API tokens, the operator on the machine, the service itself. */
export const initiatorTypes = ['user', 'key', 'token', 'operator', 'system'] as const;

export const InitiatorType = Type.Enum(initiatorTypes);
export type InitiatorType = Static<typeof InitiatorType>;

/** Who did something, as records keep it: the name stays readable after its bearer has gone. */
export const Initiator = Type.Object({
  type: InitiatorType,
  /** The user, token or key set; null for operator and system. */
  id: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
});
export type Initiator = Static<typeof Initiator>;
