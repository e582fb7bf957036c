import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newTotpSecret, nextCode, stepOfCode } from './second-factor.ts';

test('a code that is shown is taken half a minute later; each once, and a third only when the half minute is over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 }), (now) => {
      const secret = newTotpSecret();
      const at = (later: number): Date => new Date(now + later * 1000);
      let used = 0;
      for (let sign = 0; sign < 2; sign += 1) {
        const code = nextCode(secret, at(0), used);
        assert.ok(code);
        const step = stepOfCode(secret, code, at(0));
        // Six digits of two steps may be the same by chance.
        if (step === undefined || step <= used) return;
        assert.equal(stepOfCode(secret, code, at(30)) !== undefined, true);
        used = step;
      }
      assert.equal(nextCode(secret, at(0), used), undefined);
      assert.ok(nextCode(secret, at(30), used));
    }),
    { numRuns: 300 },
  );
});
