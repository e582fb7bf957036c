/** What the playground shows: an element in a state. Nothing here asks a server: `calls` are answered in the page. */
import type { Text } from '#schemas/text.ts';

/** A path under the page's own origin → JSON and status; `offline` no answer, `silent` none yet. */
export type Answer = 'offline' | 'silent' | { readonly status?: number; readonly body?: unknown };

export interface State {
  readonly name: Text;
  /** `GET /api/services/x` → its answer. A call that is not named here answers 404. */
  readonly calls?: { readonly [call: string]: Answer };
  readonly attributes?: { readonly [name: string]: string };
  /** Gives the element what has no attribute. */
  readonly give?: (element: HTMLElement) => void;
}

export interface Scene {
  /** As the address says it, and the element's tag. */
  readonly tag: string;
  /** Registers the element. */
  readonly load: () => Promise<unknown>;
  /** As tall as the window: it is a page by itself. */
  readonly whole?: true;
  readonly states: { readonly [id: string]: State };
}

export const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

export const refused = (status: number, code: string, message: Text): Answer => ({
  status,
  body: { error: { code, message } },
});

export const broken = refused(500, 'internal', say('系統忙碌，請稍後再試。', 'The system is busy. Try again later.'));
