import { Heading } from '../../components/heading.tsx';
import type { PageProps } from '../../frame/pages.ts';

export default function Page({ organization }: PageProps) {
  return <Heading title={organization.name} />;
}
