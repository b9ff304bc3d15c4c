import { jest } from '@jest/globals';
import { LimitedClient } from '../../../src/key-service/store/postgres-client.ts';
import { preparedRead } from '../../../src/key-service/store/prepared-read.ts';
import { onPostgres, postgres } from '../support/stores.ts';

onPostgres('the connection for prepared reads', () => {
  it('is replaced once when it is lost, however often that is told', async () => {
    const db = await postgres.open();
    const read = preparedRead(db, db.selectFrom('service_settings').select('name').compile());
    const connecting = jest.spyOn(LimitedClient.prototype, 'connect');
    try {
      await read([]);
      const [lost] = connecting.mock.contexts as LimitedClient[];
      lost?.emit('error', new Error('gone'));
      await read([]);
      // The end of the old connection comes when there is a new one already.
      lost?.emit('end');
      await read([]);
      expect(connecting).toHaveBeenCalledTimes(2);
      await lost?.end();
    } finally {
      connecting.mockRestore();
    }
  });
});
