/** A service 服務 as data: `<county>/<id>/service.json` beside its `form.json`. Adding one is adding these two files. */
import type { Text } from '../text.ts';
import type { ResourceId } from '../mapping/types.ts';

export type ServiceDataset = ResourceId | { readonly anyOf: readonly ResourceId[] };

export interface ReplacedProof {
  readonly dataset: ResourceId;
  readonly document: Text;
  readonly rule: Text;
  /**
   * Whether the office can look the facts up by itself (handbook 參-一-(一)); `in-part`: the note says why that is not
   * enough. Absent: not said; a registration needs it before the trial.
   */
  readonly lookUp?: 'no' | 'in-part' | 'yes';
  readonly lookUpNote?: Text;
}

export interface Service {
  readonly id: string;
  readonly county: string;
  /** The office that asks, art. 8 item 1. */
  readonly agency: Text;
  readonly name: Text;
  readonly summary: Text;
  readonly modes: readonly ('online' | 'counter')[];
  readonly audience: Text;
  /** What the resident should have at hand. */
  readonly prepare: readonly Text[];
  readonly processingDays: number;
  readonly fee: Text;
  /** `email` is an office's, for the platform's people; a registration needs it before the trial. */
  readonly contact: { readonly unit: Text; readonly phone: string; readonly hours: Text; readonly email?: string };
  readonly legalBasis: Text;
  /** Official purpose codes (個資法特定目的) with their names. */
  readonly purposes: readonly { readonly code: string; readonly name: Text }[];
  readonly purpose: Text;
  /** At most five unless `extraDatasetsBasis` is stated (handbook 參-一-(六)). */
  readonly datasets: readonly ServiceDataset[];
  readonly extraDatasetsBasis?: Text;
  /** The law that lets another act for the person at the counter (handbook 參-一-(七)); absent: nobody may. */
  readonly agentBasis?: Text;
  /** Which paper proof each dataset replaces, and by which rule. */
  readonly replaces: readonly ReplacedProof[];
  /**
   * Whether a central agency already offers this application online (handbook 參-一-(二)). Absent: not said; a registration
   * needs it before the trial.
   */
  readonly centralService?: 'none' | 'exists';
  /** For special categories (個資法第 6 條): the law, and whether written consent is asked for. */
  readonly special?: { readonly basis: Text; readonly writtenConsent: boolean };
  /** Art. 8 items 3 to 6 and art. 9, in words; item 1 is `agency`, item 2 `purpose`. */
  readonly notice: {
    readonly dataClasses: Text;
    readonly period: Text;
    readonly area: Text;
    readonly recipients: Text;
    readonly manner: Text;
    readonly rights: Text;
    readonly ifRefused: Text;
    readonly source: Text;
  };
  readonly retentionDays: number;
  readonly manual: Text;
}
