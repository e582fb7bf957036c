import { countyStorageContract } from '../../county/storage.contract.ts';
import { memoryCountyStorage } from './county.ts';

countyStorageContract('memory', async () => memoryCountyStorage());
