const originOf = (address: string): string | undefined => {
  try {
    const { protocol, origin } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Whether `location`, which the county app answered, really leads to the platform that this page named to the resident.
 * Both must be absolute http(s) addresses of one origin; anything else is refused.
 */
export function leadsToPlatform(location: string, platformOrigin: string): boolean {
  const origin = originOf(location);
  return origin !== undefined && origin === originOf(platformOrigin);
}
