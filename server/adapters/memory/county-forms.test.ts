import { builderStorageContract } from '../../county/forms/storage.contract.ts';
import { memoryCountyStorage } from './county.ts';

builderStorageContract('memory', async () => memoryCountyStorage());
