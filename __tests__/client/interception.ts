import nock from 'nock';

// Loading nock turns it on; real servers are to be met as they are wherever it is not asked for.
nock.restore();

/** Within the describe block that calls this, nothing reaches the network, and every answer that is set up must be fetched. */
export function interceptRequests(): void {
  beforeAll(() => {
    nock.activate();
    nock.disableNetConnect();
  });

  afterEach(() => {
    const notAsked = nock.pendingMocks();
    nock.cleanAll();
    expect(notAsked).toEqual([]);
  });

  afterAll(() => nock.restore());
}
