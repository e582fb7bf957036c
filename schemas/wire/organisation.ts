/** What a site shows of the organisation 機關 it works for: `GET /api/organisation`, and inside each page that is served. */
import type { Text } from '../text.ts';

/** The drawing behind the name: 山 (hills), 海岸 (coast), 田 (fields), 埤塘 (ponds). */
export type Emblem = 'hills' | 'coast' | 'fields' | 'ponds';

/** Whom residents turn to when no service's own office is meant. */
export interface SiteContact {
  /** As dialled. */
  readonly phone: string;
  /** Whose line that is, e.g. 縣內直撥 1999 縣民服務專線. */
  readonly line: Text;
  /** Where there is a counter. */
  readonly counter: Text;
}

export interface OrganisationView {
  readonly id: string;
  /** 嘉義縣政府. */
  readonly name: Text;
  readonly environment: 'test' | 'live';
  readonly site: {
    readonly name: Text;
    readonly emblem: Emblem;
    readonly badge?: Text;
    readonly notice?: Text;
    readonly disclaimer?: Text;
  };
  readonly contact?: SiteContact;
}
