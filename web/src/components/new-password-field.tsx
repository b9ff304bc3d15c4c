import { maxPasswordLength, minPasswordLength } from '../../../src/contract/limits.ts';

/** Where somebody types the password that is to be their own. */
export function NewPasswordField({ label }: { label: string }) {
  return (
    <wa-input
      name="password"
      label={label}
      hint={`At least ${minPasswordLength} characters; a sentence is easy to remember.`}
      type="password"
      autocomplete="new-password"
      minlength={minPasswordLength}
      maxlength={maxPasswordLength}
      password-toggle
      required
    />
  );
}
