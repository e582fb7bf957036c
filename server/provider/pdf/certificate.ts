/** What stands on a document that an agency issues, before it is drawn. */
export interface Certificate {
  readonly agency: string;
  readonly title: string;
  /** 文號 */
  readonly number: string;
  /** As printed, e.g. 中華民國115年11月23日 10時00分. */
  readonly issuedAt: string;
  readonly sections: readonly CertificateSection[];
}

export interface CertificateSection {
  /** Absent for the person's own rows at the top. */
  readonly heading?: string;
  readonly rows: readonly CertificateRow[];
}

export interface CertificateRow {
  readonly label: string;
  readonly value: string;
  /** A JPEG or PNG instead of the value; the value is printed where it cannot be drawn. */
  readonly image?: Uint8Array;
}
