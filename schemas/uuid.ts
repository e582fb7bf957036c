/** UUIDs as texts, in small letters or capitals. */

/** Of any version: what another party made may be of one that RFC 9562 does not know. */
export const isUuidLike = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Of a version and variant that RFC 9562 knows. */
export const isUuid = (text: unknown): text is string => isUuidLike(text) && /^.{14}[1-8].{4}[89ab]/i.test(text);
