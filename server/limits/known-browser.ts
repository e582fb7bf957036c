/**
 * A browser in which somebody has passed before: whoever spoils the tries of that person elsewhere does not keep them out
 * here. The cookie says nothing of who it was to anybody without the key.
 */
import { sameSecret } from '../http/constant-time.ts';
import { lifetimes } from '../lifetimes.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A family, or the colleagues at one computer; the oldest is forgotten first. */
const most = 8;

export interface KnownBrowsers {
  /** @param cookie as it came → the browser's id where `who` has passed in it, else undefined */
  idFor(cookie: string | undefined, who: string): string | undefined;
  /** → the cookie's new value */
  remember(cookie: string | undefined, who: string): string;
}

export interface KnownBrowserOptions {
  readonly now: () => Date;
  readonly hash: (text: string) => string;
  readonly newId: () => string;
}

interface Content {
  readonly id: string;
  readonly passed: readonly { readonly day: number; readonly tag: string }[];
}

/**
 * The cookie has an id and keyed tags by day, the newest first, a few at most; what was tampered with is not known.
 * Nothing of it is stored here.
 */
export function knownBrowsers({ now, hash, newId }: KnownBrowserOptions): KnownBrowsers {
  const today = (): number => Math.floor(now().getTime() / dayMs);
  const tagOf = (id: string, day: number, who: string): string => hash(`known ${id} ${day} ${who}`).slice(0, 32);

  const read = (cookie: string | undefined): Content | undefined => {
    const [id = '', ...rest] = (cookie ?? '').slice(0, 1000).split('.');
    if (!/^[\w-]{22}$/.test(id)) return undefined;
    const oldest = today() - lifetimes.knownBrowser.ms / dayMs;
    const passed = rest.flatMap((entry) => {
      const [, day, tag] = /^(\d{1,6})-([0-9a-f]{32})$/.exec(entry) ?? [];
      return tag !== undefined && Number(day) > oldest ? [{ day: Number(day), tag }] : [];
    });
    return { id, passed: passed.slice(0, most) };
  };

  return {
    idFor(cookie, who) {
      const content = read(cookie);
      const passed = content?.passed.some(({ day, tag }) => sameSecret(tag, tagOf(content.id, day, who)));
      return passed ? content?.id : undefined;
    },
    remember(cookie, who) {
      const { id, passed } = read(cookie) ?? { id: newId(), passed: [] };
      const others = passed.filter(({ day, tag }) => !sameSecret(tag, tagOf(id, day, who)));
      const day = today();
      const kept = [{ day, tag: tagOf(id, day, who) }, ...others].slice(0, most);
      return [id, ...kept.map((one) => `${one.day}-${one.tag}`)].join('.');
    },
  };
}
