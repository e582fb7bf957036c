import { expect, waitUntil } from '@open-wc/testing';
import { Autosave } from './autosave.ts';
import type { SaveState } from './autosave.ts';
import { CountyError } from './county-error.ts';

const quick = { delay: 5, longest: 50, retry: 150, slowest: 150 };

describe('Autosave', () => {
  const make = (save: () => Promise<void>) => {
    const states: SaveState[] = [];
    return { states, autosave: new Autosave({ ...quick, save, changed: (state) => states.push(state) }) };
  };

  it('saves once for many edits', async () => {
    let saves = 0;
    const { autosave, states } = make(async () => void (saves += 1));
    for (let key = 0; key < 20; key += 1) autosave.touch();
    await waitUntil(() => autosave.state === 'saved');
    expect(saves).to.equal(1);
    expect(states).to.deep.equal(['waiting', 'saving', 'saved']);
  });

  it('saves again what was edited during a save', async () => {
    let saves = 0;
    const { autosave } = make(async () => {
      saves += 1;
      if (saves === 1) autosave.touch();
    });
    autosave.touch();
    await waitUntil(() => saves === 2);
  });

  it('tries again by itself after a failure that may pass, and no sooner because of typing', async () => {
    let tries = 0;
    const { autosave, states } = make(async () => {
      tries += 1;
      if (tries < 2) throw new CountyError('network', 0);
    });
    autosave.touch();
    await waitUntil(() => autosave.state === 'retrying');
    autosave.touch();
    expect(autosave.unsaved).to.equal(true);
    await waitUntil(() => autosave.state === 'saved');
    expect(tries).to.equal(2);
    expect(states.filter((state) => state === 'waiting')).to.have.length(1);
  });

  it('tries again with the next edit what was too long', async () => {
    let tries = 0;
    const { autosave } = make(async () => {
      tries += 1;
      if (tries === 1) throw new CountyError('answer-too-large', 413);
    });
    autosave.touch();
    await waitUntil(() => autosave.state === 'refused');
    expect(autosave.unsaved).to.equal(true);
    autosave.touch();
    await waitUntil(() => autosave.state === 'saved');
    expect(tries).to.equal(2);
  });

  it('stops at a refusal until it is dealt with', async () => {
    let tries = 0;
    const { autosave } = make(async () => {
      tries += 1;
      if (tries === 1) throw new CountyError('draft-conflict', 409);
    });
    autosave.touch();
    await waitUntil(() => autosave.state === 'refused');
    autosave.touch();
    await autosave.flush();
    expect(tries).to.equal(1);
    autosave.resume(true);
    await waitUntil(() => autosave.state === 'saved');
  });
});
