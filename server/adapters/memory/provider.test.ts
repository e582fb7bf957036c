import { providerStorageContract } from '../../provider/storage.contract.ts';
import { memoryProviderStorage } from './provider.ts';

providerStorageContract('memory', memoryProviderStorage);
