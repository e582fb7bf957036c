/** Where a resident goes on after signing in: pages of their own area only, so that no address can lead elsewhere. */
const pages =
  /^\/me(?:\/records(?:\/[0-9a-fA-F-]{36})?|\/download(?:\/[\w-]{22}(?:\/preview)?)?|\/passkey|\/(?:barcode|delegation)\/[\w-]{22})?$/;

/** @param asked a path as it came with an address or a form @returns `/me` for whatever is no page of this area */
export const nextPage = (asked: string | undefined): string => (asked && pages.test(asked) ? asked : '/me');

/** → id of the download that is to be gone on with */
export const downloadIn = (next: string): string | undefined => /^\/me\/download\/([\w-]{22})/.exec(next)?.[1];
