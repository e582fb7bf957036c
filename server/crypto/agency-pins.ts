/**
 * Which agency may sign which dataset: attributes that must stand in the certificate's subject. A chain says only that
 * some agency signed; the pin says which. From a file, so that another authority's naming can be followed.
 */
import { isObject } from '#schemas/json.ts';
export type AgencyPins = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** `{ "API.…": { "O": "內政部", "OU": "戶政司" } }`. Throws a TypeError or SyntaxError for anything else. */
export function readAgencyPins(json: string): AgencyPins {
  const value: unknown = JSON.parse(json);
  if (!isObject(value)) throw new TypeError('agencies: an object is needed');
  return new Map(
    Object.entries(value).map(([resource, attributes]) => {
      if (!isObject(attributes) || !Object.keys(attributes).length)
        throw new TypeError(`agencies: ${resource} is empty`);
      const entries = Object.entries(attributes).map(([type, text]): [string, string] => {
        if (typeof text !== 'string' || !/^[A-Za-z.0-9]+$/.test(type))
          throw new TypeError(`agencies: ${resource} has an attribute that is no text`);
        return [type, text];
      });
      return [resource, Object.fromEntries(entries)];
    }),
  );
}

/** @param subject as `X509Certificate.subject` writes it: an attribute per line, line ends in values escaped */
export function isOfAgency(subject: string, pin: Readonly<Record<string, string>> | undefined): boolean {
  if (!pin) return true;
  const lines = subject.split('\n');
  return Object.entries(pin).every(([type, text]) => lines.includes(`${type}=${text}`));
}
