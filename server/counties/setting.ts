/** One county of an installation, with all that is its own: what `startCounty` is given. */
import type { Text } from '#schemas/text.ts';
import type { Emblem, SiteContact } from '#schemas/wire/organisation.ts';
import type { Addresses, ServiceAddresses } from '../county/addresses.ts';
import type { OfficeSetting, OrganisationSetting } from '../county/organisation.ts';
import type { Theme } from './theme.ts';

/** A county as its file says it (`county.schema.json`). Paths are relative to the file. */
export interface CountyFile {
  /** Kebab-case, unique within the installation; never changes: folders and cookies bear it. */
  readonly id: string;
  readonly name: Text;
  /** The county itself, as its services' `county` says it, e.g. 嘉義縣. */
  readonly area: string;
  readonly port: number;
  /** Absent: `http://localhost:<port>`. */
  readonly url?: string;
  /** Folders of services. */
  readonly services: readonly string[];
  readonly offices: readonly OfficeSetting[];
  /** Two capitals in front of application numbers, unique within the installation. */
  readonly numberPrefix: string;
  readonly contact: SiteContact;
  readonly theme?: Theme;
  /** Absent: no pages but the staff's, the interface only. */
  readonly site?: SiteFile;
  readonly addresses?: Partial<ServiceAddresses> & Pick<Addresses, 'desk' | 'builder' | 'services'>;
  /** Ids and secrets at the platform; absent: in the county's data folder. */
  readonly clientsFile?: string;
  /** The organisation's account at the platform's registry. */
  readonly registry?: RegistryFile;
  /** Addresses or networks of the counters' computers; absent: as `MYDATA_DESK_ADDRESSES`. */
  readonly deskAddresses?: readonly string[];
}

interface SiteFile {
  /** The built site, with its `site.json`. */
  readonly folder: string;
  readonly name: Text;
  readonly emblem: Emblem;
  /** One word beside the name. */
  readonly badge?: Text;
  /** A line above every page. */
  readonly notice?: Text;
  /** A line at the end of every page. */
  readonly disclaimer?: Text;
}

interface RegistryFile {
  readonly account: string;
  /** Holds the secret and nothing else. */
  readonly secretFile: string;
}

type CountyLabel = 'county' | `county:${string}`;

export interface CountySetting {
  /** `county` where the installation serves one county by variables. */
  readonly id: string;
  /** On the command line, in log lines and in errors: `county`, or `county:<id>`. */
  readonly label: CountyLabel;
  /** Browsers share cookies between the ports of a host: the name tells whose it is. */
  readonly cookieName: 'county' | `county_${string}`;
  /** What to set when its port is taken. */
  readonly portVariable: string;
  readonly port: number;
  readonly url: string;
  readonly dataFolder: string;
  readonly organisation: OrganisationSetting;
  readonly servicesFolders: readonly string[];
  readonly numberPrefix: string;
  readonly clientsFile: string;
  /** Somebody named the file: what stands in it is a registration. */
  readonly clientsGiven: boolean;
  readonly registry?: RegistryFile;
  readonly deskAddresses: readonly string[];
  readonly contact?: SiteContact;
  readonly theme?: Theme;
  readonly site?: SiteFile;
  readonly addresses?: CountyFile['addresses'];
}
