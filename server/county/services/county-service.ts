/** A service 服務 as it stands now. */
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Asked } from '#schemas/services/asked.ts';
import type { Service } from '#schemas/services/types.ts';
import type { Schedule } from '#schemas/wire/builder-api.ts';
import type { AskedDatasets, MydataStanding } from '#schemas/wire/county-api.ts';
import type { CountyClient } from '../client-registration.ts';
import type { LoadedService } from './load-services.ts';
import type { Known } from '../registration/cover.ts';

/** A service with its form, as one version of them. */
export interface Version extends LoadedService {
  readonly formVersion: number;
}

export interface CountyService {
  readonly service: Service;
  /** The newest version that its registration covers; drafts and applications keep theirs. */
  readonly form: FormDefinition;
  readonly formVersion: number;
  /** What this version asks, whether or not it can be had now. */
  readonly asks: Asked;
  /** The same as residents are told; nothing while MyData is not offered. */
  readonly asked: AskedDatasets;
  readonly mydata: MydataStanding;
  /** Absent: the platform gave none out yet. */
  readonly client?: CountyClient;
  readonly known: Known;
  /** What was published last: it may wait for its registration. */
  readonly newest: Version;
  /** ISO times; outside of them nothing new is begun. */
  readonly schedule: Schedule;
  /** As long as nothing of it is registered, and the county wants it so: shown, and takes no applications. */
  readonly closed: boolean;
}
