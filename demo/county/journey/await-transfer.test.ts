import { expect } from '@open-wc/testing';
import { awaitTransfer } from './await-transfer.ts';
import type { DraftView, TransferStatus } from '#schemas/wire/county-api.ts';

const draft = (status: TransferStatus): DraftView => ({ transfer: { status, noRecord: [] } }) as unknown as DraftView;

describe('waiting for a transfer', () => {
  it('asks until the package is here, at growing intervals', async () => {
    const pauses: number[] = [];
    const answers = [draft('fetching'), draft('fetching'), draft('filled')];
    const end = await awaitTransfer({
      load: async () => answers.shift()!,
      pause: async (milliseconds) => void pauses.push(milliseconds),
      slow: () => expect.fail('not slow yet'),
      stopped: () => false,
    });
    expect(end?.transfer.status).to.equal('filled');
    expect(pauses).to.deep.equal([1_000, 1_500, 2_250]);
  });

  it('survives a call that fails', async () => {
    let calls = 0;
    const end = await awaitTransfer({
      load: async () => {
        calls += 1;
        if (calls === 1) throw new Error('offline');
        return draft('failed');
      },
      pause: async () => {},
      slow: () => {},
      stopped: () => false,
    });
    expect(end?.transfer.status).to.equal('failed');
  });

  it('says once that it takes long', async () => {
    let told = 0;
    let calls = 0;
    await awaitTransfer({
      load: async () => draft(++calls < 40 ? 'fetching' : 'filled'),
      pause: async () => {},
      slow: () => void (told += 1),
      stopped: () => false,
    });
    expect(told).to.equal(1);
  });

  it('ends when the resident no longer waits', async () => {
    let stopped = false;
    const end = await awaitTransfer({
      load: async () => draft('fetching'),
      pause: async () => void (stopped = true),
      slow: () => {},
      stopped: () => stopped,
    });
    expect(end).to.equal(undefined);
  });
});
