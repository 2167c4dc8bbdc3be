import {useSyncExternalStore} from 'react';
import type {Listing, ListingState} from '../listing.ts';

export function useListing<Value>(
	listing: Pick<Listing<Value>, 'snapshot' | 'subscribe'>,
): ListingState<Value> {
	return useSyncExternalStore(listing.subscribe, listing.snapshot);
}
