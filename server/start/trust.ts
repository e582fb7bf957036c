/** Whose signatures the parties of an installation believe: authorities, revocation lists, and which agency signs what. */
import { readFile } from 'node:fs/promises';
import { ConfigError, type Config } from '../config.ts';
import { readAgencyPins } from '../crypto/agency-pins.ts';
import { readCrls } from '../crypto/crl.ts';
import { readBundle } from '../crypto/read-certificate.ts';
import type { PackageTrust } from '../packages/open-package.ts';

export interface Trust extends PackageTrust {
  readonly crls: NonNullable<PackageTrust['crls']>;
}

/**
 * @throws ConfigError for a file that is not there; what is no certificate, and a list that no anchor signed, is
 * refused too
 */
export async function readTrust({ caFile, crlFile, agenciesFile }: Config): Promise<Trust> {
  const anchors = readBundle(await read('MYDATA_CA', caFile, 'no file with trusted certificate authorities'));
  return {
    anchors,
    crls: crlFile === undefined ? [] : await readCrls(await read('MYDATA_CRL', crlFile), anchors),
    ...(agenciesFile !== undefined && { agencies: readAgencyPins(await read('MYDATA_AGENCIES', agenciesFile)) }),
  };
}

const read = (setting: string, file: string, missing = 'no file'): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`${setting}: ${missing} at ${file}`);
  });
