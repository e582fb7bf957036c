/** Where the platform's page of a counter service is: `<platform>/service/counter/<client id>`; `undefined` for no http(s) address. */
export function counterAddress(platform = '', client = ''): string | undefined {
  if (!client || !URL.canParse(platform)) return undefined;
  const { protocol, origin } = new URL(platform);
  return /^https?:$/.test(protocol) ? `${origin}/service/counter/${encodeURIComponent(client)}` : undefined;
}
