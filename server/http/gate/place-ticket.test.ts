import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PlaceTickets } from './place-ticket.ts';
import { placeMs } from './waiting-line.ts';

const now = Date.parse('2026-11-23T01:00:00Z');
const arrival = '/entry?client_id=CLI.a';
const tickets = new PlaceTickets();

test('a place is read again, as long as it holds', () => {
  for (const place of [0, 1, 35, 36, 123_456_789]) {
    const ticket = tickets.write(place, now + 0.7, arrival);
    assert.match(ticket, /^[0-9a-z]+\.[0-9a-z]+\.[\w-]{22}$/);
    assert.equal(tickets.read(ticket, arrival, now), place);
    assert.equal(tickets.read(ticket, arrival, now + placeMs - 1), place);
    assert.equal(tickets.read(ticket, arrival, now + placeMs), undefined);
  }
});

test('of another arrival, of another process, or written by hand it is none', () => {
  const ticket = tickets.write(500, now, arrival);
  const [place, at, signature] = ticket.split('.') as [string, string, string];
  const later = (now + 1).toString(36);
  assert.equal(tickets.read(ticket, `${arrival}x`, now), undefined);
  assert.equal(new PlaceTickets().read(ticket, arrival, now), undefined);
  const forged = [
    ...['', place, `${place}.${at}`, `${place}.${at}.`, `${ticket}x`, `x${ticket}`, ` ${ticket}`, `${ticket}\n`],
    ...[`1.${at}.${signature}`, `${place}.${later}.${signature}`, `${place}.${at}.${'A'.repeat(22)}`],
    ...[`${place}.${at}.${signature.slice(0, 21)}`, `${at}.${place}.${signature}`, `-1.${at}.${signature}`],
    `.${at}.${signature}`,
    `${place}..${signature}`,
  ];
  for (const one of forged) assert.equal(tickets.read(one, arrival, now), undefined, one);
  // What is signed is no longer than what is written.
  const huge = tickets.write(36 ** 9, now, arrival);
  assert.equal(tickets.read(huge, arrival, now), undefined);
  const first = tickets.write(1, 0, arrival);
  assert.equal(tickets.read(first, arrival, 1), 1, 'a short time is a time');
});
