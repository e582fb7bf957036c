import { officesStorageContract } from '../../county/offices/storage.contract.ts';
import { memoryCountyStorage } from './county.ts';

officesStorageContract('memory', async () => memoryCountyStorage());
