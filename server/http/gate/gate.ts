/**
 * In front of an app: when more arrive than the process can bear, the rest get a place in a line at once, before storage, body
 * or any other work, and those who are inside finish. What comes in by no arrival's address always passes.
 */
import type { Log } from '../../context.ts';
import { arrivalOf, withTicket, type ArrivalRequest } from './arrival.ts';
import { PlaceTickets } from './place-ticket.ts';
import { waitingHeaders, waitingPage } from './waiting-page.ts';
import { WaitingLine, type Answer, type LineSettings } from './waiting-line.ts';

export interface GateSettings extends LineSettings {
  readonly https: boolean;
  readonly log: Log;
}

type Fetch<Rest extends readonly unknown[]> = (request: Request, ...rest: Rest) => Response | Promise<Response>;

/** A form that carries more is nobody's ticked boxes. */
const mostForm = 4096;
const logEveryMs = 10_000;

export class Gate {
  readonly #settings: GateSettings;
  readonly #line: WaitingLine;
  readonly #tickets = new PlaceTickets();
  readonly #headers: Readonly<Record<string, string>>;
  readonly #cookie: string;
  #waited = 0;
  #loggedAt: number;

  constructor(settings: GateSettings) {
    this.#settings = settings;
    this.#line = new WaitingLine(settings);
    this.#headers = waitingHeaders(settings.https);
    this.#cookie = `${settings.https ? '__Host-' : ''}mydata_platform_pass`;
    this.#loggedAt = settings.now();
  }

  /** Lets it pass to `inside`, or gives it a place in the line. */
  async through(request: Request, inside: () => Response | Promise<Response>): Promise<Response> {
    const arrival = arrivalOf(request.method, request.url);
    const held = arrival && this.#held(request, arrival);
    if (held) return held;
    const response = await inside();
    if (arrival?.isCounter && !arrival.isForm) this.#letFormPass(response, arrival);
    return response;
  }

  #held(request: Request, arrival: ArrivalRequest): Response | Promise<Response> | undefined {
    const now = this.#settings.now();
    const { address, ticket } = arrival;
    if (arrival.isForm && this.#hasPass(request, arrival, now)) return undefined;
    const place = ticket === undefined ? undefined : this.#tickets.read(ticket, address, now);
    const answer = place === undefined ? this.#line.arrive() : this.#line.comeBack(place);
    if (answer.kind === 'in') return undefined;
    this.#tell(now);
    return arrival.isForm ? this.#again(request, arrival) : this.#page(answer, address, now);
  }

  #page({ place, ahead, seconds }: Extract<Answer, { kind: 'wait' }>, address: string, now: number): Response {
    // A page that is called comes soon; one that waits long does not ask often.
    const refresh = Math.min(30, Math.max(4, Math.ceil(seconds / 3)));
    const here = withTicket(address, this.#tickets.write(place, now, address));
    return new Response(waitingPage({ ahead, seconds, refresh, address: here }), {
      status: 503,
      headers: { ...this.#headers, 'retry-after': String(refresh) },
    });
  }

  /** The page with the form waits in its place, what was ticked in its query. */
  async #again(request: Request, arrival: ArrivalRequest): Promise<Response> {
    const length = Number(request.headers.get('content-length') ?? Infinity);
    const body = length <= mostForm ? await request.text() : '';
    const path = pathOf(arrival);
    const ticked = new URLSearchParams(
      new URLSearchParams(body).getAll('dataset').map((id): [string, string] => ['dataset', id]),
    );
    const location = ticked.size ? `${path}?${ticked}` : path;
    return new Response(null, { status: 303, headers: { ...this.#headers, location } });
  }

  /** Whoever came in to the page with the form has not come for the page. */
  #letFormPass({ headers }: Response, arrival: ArrivalRequest): void {
    const pass = this.#tickets.write(0, this.#settings.now(), passOf(arrival));
    const secure = this.#settings.https ? '; Secure' : '';
    headers.append('set-cookie', `${this.#cookie}=${pass}; Max-Age=600; Path=/; HttpOnly; SameSite=Lax${secure}`);
  }

  #hasPass(request: Request, arrival: ArrivalRequest, now: number): boolean {
    const given = (request.headers.get('cookie') ?? '').split('; ').find((one) => one.startsWith(`${this.#cookie}=`));
    return !!given && this.#tickets.read(given.slice(this.#cookie.length + 1), passOf(arrival), now) !== undefined;
  }

  /** One line for many. */
  #tell(now: number): void {
    this.#waited += 1;
    if (now - this.#loggedAt < logEveryMs) return;
    this.#settings.log.warn({ waited: this.#waited }, 'arrivals wait in line');
    [this.#waited, this.#loggedAt] = [0, now];
  }
}

const pathOf = ({ address }: ArrivalRequest): string => address.split('?')[0] ?? address;

const passOf = (arrival: ArrivalRequest): string => `pass ${pathOf(arrival)}`;

/** The app behind its gate. */
export const behind =
  <Rest extends readonly unknown[]>(
    gate: Gate,
    inside: Fetch<Rest>,
  ): ((request: Request, ...rest: Rest) => Promise<Response>) =>
  (request, ...rest) =>
    gate.through(request, () => inside(request, ...rest));
