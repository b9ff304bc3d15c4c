import { signIn } from '../api/session.ts';
import { Form } from '../components/form.tsx';
import { Heading } from '../components/heading.tsx';
import { ProductName } from '../components/product-name.tsx';

/** Signing in with a local account. */
export function SignInPage() {
  return (
    <main class="gate">
      <ProductName />
      <Heading title="Sign in" />
      <Form submit="Sign in" action={({ email = '', password = '' }) => signIn({ email, password })}>
        <wa-input name="email" label="E-mail" type="email" autocomplete="username" required />
        <wa-input
          name="password"
          label="Password"
          type="password"
          autocomplete="current-password"
          password-toggle
          required
        />
      </Form>
    </main>
  );
}
