import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personal, testForm, testService } from '../testing/test-service.ts';
import type { RegistrationRow } from './storage.ts';
import { askedBy, withQuestion } from './testing.fixture.ts';
import { registrationView } from './view.ts';

const asked = askedBy({ service: testService, form: testForm });
const next = askedBy(withQuestion('$.spouse_name', personal));
const keys = { clientSecret: 's'.repeat(16), cbcIv: 'v'.repeat(16) };
const client = { service: testService.id, clientId: 'CLI.abcdefghij', ...keys };
const [first, then] = ['2026-11-20T02:00:00.000Z', '2026-11-23T02:00:00.000Z'];
const row: RegistrationRow = {
  service: testService.id,
  state: 'registered',
  since: first,
  lookedAt: then,
  covers: asked,
};

test('what is covered is registered since then only where the row says so of it', () => {
  assert.deepEqual(registrationView({ known: { row }, client }, asked), { state: 'registered', since: first });
  const waits: RegistrationRow = { ...row, state: 'in-review', since: then, pending: next };
  assert.deepEqual(registrationView({ known: { row: waits }, client }, asked), { state: 'registered' });
  assert.equal(registrationView({ known: { row: waits }, client }, next).since, then);
});

test('what this system says is no word of the reviewer’s', () => {
  const { words, note } = registrationView({ known: { row }, client: undefined }, asked);
  assert.equal(words, undefined);
  assert.match(note!['zh-Hant'], /金鑰不在本系統/);
  const submission = { service: testService.id, version: 2, asked: next, submittedAt: then, attempts: 1, nextAt: then };
  const known = { row, submission: { ...submission, problem: 'unreachable' } };
  const away = registrationView({ known, client }, next);
  assert.deepEqual([away.state, away.words], ['in-review', undefined]);
  assert.match(away.note!['zh-Hant'], /還沒有送達/);
  assert.equal(registrationView({ known: { row, submission }, client }, next).note, undefined);
});
