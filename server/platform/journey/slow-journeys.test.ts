import { memoryPlatformStorage } from '../../adapters/memory/platform/storage.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { slowJourneyContract } from './slow-journeys.contract.ts';

slowJourneyContract('memory', memoryPlatformStorage);
slowJourneyContract('sqlite', () => sqlitePlatformStorage(':memory:'));
