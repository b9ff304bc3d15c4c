import { setUp } from '../api/session.ts';
import { Form } from '../components/form.tsx';
import { Heading } from '../components/heading.tsx';
import { NewPasswordField } from '../components/new-password-field.tsx';
import { ProductName } from '../components/product-name.tsx';

/** The first page of a new service: its first organization and Owner, behind the token that the service printed at its start. */
export function SetupPage() {
  return (
    <main class="gate">
      <ProductName />
      <Heading title="Set up this key service" />
      <p>
        Nobody can sign in yet. Create the first organization and its Owner; the set-up token is in the service's output
        at its start, and works once.
      </p>
      <Form
        submit="Create and sign in"
        action={({ token = '', organization = '', email = '', name = '', password = '' }) =>
          setUp({ token: token.trim(), organization, email, name, password })
        }
      >
        <wa-input name="token" label="Set-up token" autocomplete="off" required />
        <wa-input name="organization" label="Name of the organization" autocomplete="organization" required />
        <wa-input name="name" label="Your name" autocomplete="name" required />
        <wa-input name="email" label="Your e-mail" type="email" autocomplete="username" required />
        <NewPasswordField label="Password" />
      </Form>
    </main>
  );
}
