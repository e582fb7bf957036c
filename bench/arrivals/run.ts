/**
 * `npm run bench -- arrivals`: a crowd at the platform's door. Once in this process, 200,000 in one second, as the served app
 * gets them; once over real sockets against one server process, as many as one second of two cores can send.
 */
import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { silentLog } from '#server/context.ts';
import { behind, Gate } from '#server/http/gate/gate.ts';
import { lateness } from '#server/http/gate/late.ts';
import { flood, type FloodFigures } from '#server/testing/flood.ts';
import { addresses, served } from '../journeys/run.ts';
import { journey } from '../journeys/journey.ts';

export interface ArrivalFigures {
  readonly inProcess: FloodFigures;
  readonly overSockets: FloodFigures & { readonly journeys: number; readonly slowestJourneyMs: number };
}

const origin = 'http://localhost:8791';
const arrival = (): string =>
  `/service/CLI.abcdefghij/QVBJLjdRb3ZFMkdldjY=/${randomUUID()}?returnUrl=http%3A%2F%2Flocalhost%3A8792%2F&pid=YQ%3D%3D`;

async function inProcess(arrivals: number): Promise<FloodFigures> {
  getRequestListener(() => new Response(), { overrideGlobalObjects: true });
  const { lateMs, stop } = lateness();
  const gate = new Gate({ now: () => performance.now(), lateMs, https: false, log: silentLog });
  const fetch = behind(gate, () => new Response(null, { status: 302 }));
  const figures = await flood({
    arrivals,
    withinMs: 1000,
    arrive: async () => (await fetch(new Request(`${origin}${arrival()}`))).status,
  });
  stop();
  return figures;
}

export async function benchArrivals(many: number, overSockets: number): Promise<ArrivalFigures> {
  return {
    inProcess: await inProcess(many),
    overSockets: await served(async (residents) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 512 });
      const arrive = (): Promise<number> =>
        new Promise((done, fail) => {
          const sent = request(`${addresses.platform}${arrival()}`, { agent }, (answer) => {
            answer.resume();
            answer.once('end', () => done(answer.statusCode ?? 0));
          });
          sent.once('error', fail);
          sent.end();
        });
      const times: number[] = [];
      const one = async (resident: (typeof residents)[number], entered: () => void): Promise<void> => {
        const begin = performance.now();
        await journey(addresses, resident, entered);
        times.push(performance.now() - begin);
      };
      // Under way first: the crowd comes when all of them are inside.
      const inside: Promise<void>[] = [];
      const journeys = residents.flatMap((resident) =>
        Array.from({ length: 5 }, () => {
          let entered = (): void => undefined;
          inside.push(new Promise((done) => (entered = done)));
          return one(resident, entered);
        }),
      );
      await Promise.all(inside);
      const figures = await flood({ arrivals: overSockets, withinMs: 1000, arrive });
      await Promise.all(journeys);
      agent.destroy();
      return { ...figures, journeys: times.length, slowestJourneyMs: Math.max(...times) };
    }),
  };
}
