/** An invented resident, with all that is needed to pass each identity method and what each agency holds of that person. */
import type { JsonValue } from '#schemas/datasets/types.ts';
import type { Text } from '#schemas/text.ts';

export interface SandboxResident {
  readonly slug: string;
  /** That the person is invented, and what for. */
  readonly note: Text;
  readonly nationalId: string;
  readonly name: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly gender: 'M' | 'F';
  readonly email: string;
  readonly mobile: string;
  readonly account: string;
  /** 自然人憑證: two capitals and fourteen digits. */
  readonly card: {
    readonly number: string;
    readonly pin: string;
    /** The certificate on it is past its time. */
    readonly expired?: boolean;
    /** The certificate on it is on its authority's revocation list. */
    readonly revoked?: boolean;
  };
  /** 健保卡: twelve digits. */
  readonly nhi: { readonly number: string; readonly password: string };
  readonly householdNumber: string;
  /** By dataset id; null or absent: no record held (204). */
  readonly records: { readonly [resourceId: string]: JsonValue | null };
}
