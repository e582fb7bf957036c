import { registrationStorageContract } from '../../county/registration/storage.contract.ts';
import { memoryCountyStorage } from './county.ts';

registrationStorageContract('memory', async () => memoryCountyStorage());
