import { desksStorageContract } from '../../county/desks/storage.contract.ts';
import { memoryCountyStorage } from './county.ts';

desksStorageContract('memory', async () => memoryCountyStorage());
