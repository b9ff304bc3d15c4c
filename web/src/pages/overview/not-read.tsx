/** In place of what could not be read, until it can be: what was true a while ago would pass for true. */
export function NotRead({ what }: { what: 'keys' | 'deployments' }) {
  return <p role="status">The {what} could not be read; they are asked for again.</p>;
}
