/** How a resident begins at the service provider, until the browser stands before the platform. */
import { CannotRun, Ended, failed, type Tools } from '../check.ts';
import { Browser, withoutQuery } from '../browser.ts';
import { waitFor } from '../wait-for.ts';
import { readArrival, type Arrival, type PlatformSide } from './platform-side.ts';

/** One request of the browser. In all texts `{person}` stands for the test person's id. */
export interface Step {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** @throws CannotRun */
export function readSteps(value: unknown, flag: string): readonly Step[] {
  const steps = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const good = steps.every((step) => {
    const { url, form, headers } = (step ?? {}) as Partial<Record<keyof Step, unknown>>;
    const isMap = (one: unknown): boolean => one === undefined || (typeof one === 'object' && one !== null);
    return typeof url === 'string' && URL.canParse(url) && isMap(form) && isMap(headers);
  });
  if (!steps.length || !good)
    throw new CannotRun(
      { 'zh-Hant': '必須是步驟的陣列,每步有 url', en: 'must be an array of steps with a url each' },
      flag,
    );
  return steps as readonly Step[];
}

const withPerson = <Value>(value: Value, person: string): Value =>
  JSON.parse(JSON.stringify(value).replaceAll('{person}', person)) as Value;

export interface Begun {
  readonly browser: Browser;
  readonly arrival: Arrival;
}

/** By requests. @throws Ended as failed where they do not lead to the platform */
export async function beginBySteps(
  tools: Tools,
  steps: readonly Step[],
  person: string,
  platform: string,
): Promise<Begun> {
  const browser = new Browser(tools);
  const isOurs = (url: string): boolean => url.startsWith(`${platform}/service/`);
  let last: { readonly url: string; readonly status: number } | undefined;
  for (const { url, ...step } of withPerson(steps, person)) {
    const page = await browser.visit(url, { ...step, stopAt: isOurs });
    last = page;
    const address = isOurs(page.url) ? page.url : addressIn(page.text, platform);
    const arrival = address === undefined ? undefined : readArrival(new URL(address));
    if (arrival) return { browser, arrival };
  }
  const where = last && `${withoutQuery(last.url)} (${last.status})`;
  throw new Ended(
    failed(
      `沒有被帶到平臺 ${platform}/service/…,停在 ${where}`,
      `nobody was sent to the platform ${platform}/service/…; it ended at ${where}`,
    ),
  );
}

/** Pages that go on by script name the address: in JSON, in a link, in a form. */
function addressIn(text: string, platform: string): string | undefined {
  const plain = text.replaceAll('\\/', '/').replaceAll('\\u0026', '&').replaceAll('&amp;', '&');
  const at = plain.indexOf(`${platform}/service/`);
  const found = at < 0 ? undefined : /^[^\s"'<>\\]+/.exec(plain.slice(at))?.[0];
  return found !== undefined && URL.canParse(found) ? found : undefined;
}

/** By a person with a browser of their own. */
export async function beginByHand(
  tools: Tools,
  platform: PlatformSide,
  url: string,
  person: string,
  ms: number,
): Promise<Begun> {
  const before = platform.arrivals.length;
  tools.say({
    'zh-Hant': `請用瀏覽器開啟 ${url},以 ${person} 開始一次`,
    en: `open ${url} in a browser and begin once as ${person}`,
  });
  const arrival = await waitFor(ms, () => platform.arrivals[before]);
  if (!arrival) throw new Ended(failed('沒有人到平臺', 'nobody came to the platform'));
  return { browser: new Browser(tools), arrival };
}
