import { newListening, type Owner } from '../../../../../plugin/classic/streams/owner';

/** A plugin of this id that reports nothing. `limit` gets what it may no longer do. */
export const anOwner = (id: string, limit: Owner['limit'] = () => {}): Owner => ({
  ...{ id, name: id, listening: newListening() },
  report: () => {},
  limit,
});
