/**
 * A place in the waiting line, as it stands in the address of the page that waits: signed, for one arrival only, so that who
 * hands it on hands on nothing, and nobody can write a better one. Nothing is kept of it here.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { sameSecret } from '../constant-time.ts';
import { placeMs } from './waiting-line.ts';

export class PlaceTickets {
  readonly #key = randomBytes(32);

  /** @param arrival path and query as they came, without a ticket */
  write(place: number, atMs: number, arrival: string): string {
    const text = `${place.toString(36)}.${Math.floor(atMs).toString(36)}`;
    return `${text}.${this.#sign(text, arrival)}`;
  }

  /** → the place; undefined where it is of another arrival, forged, of a former process, or too old */
  read(ticket: string, arrival: string, nowMs: number): number | undefined {
    const parts = /^(([0-9a-z]{1,9})\.([0-9a-z]{1,11}))\.([\w-]{22})$/.exec(ticket);
    if (!parts) return undefined;
    const [, text, place, at, signature] = parts as unknown as readonly [string, string, string, string, string];
    if (!sameSecret(this.#sign(text, arrival), signature)) return undefined;
    return nowMs - Number.parseInt(at, 36) < placeMs ? Number.parseInt(place, 36) : undefined;
  }

  #sign(text: string, arrival: string): string {
    return createHmac('sha256', this.#key).update(`${text}\n${arrival}`).digest('base64url').slice(0, 22);
  }
}
