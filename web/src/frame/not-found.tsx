import { Heading } from '../components/heading.tsx';

/** No such page, or none for this user: the two look the same. */
export function NotFoundPage() {
  return (
    <>
      <Heading title="There is nothing here" />
      <p>
        The address may be wrong, or lead to something that you are not a member of. <a href="/">Go to the start</a>.
      </p>
    </>
  );
}
