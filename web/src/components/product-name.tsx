/** What this is, for pages without the frame. */
export function ProductName() {
  return (
    <p class="product">
      <img src="/favicon.svg" alt="" width="28" height="28" /> DataMiner Deploy
    </p>
  );
}
