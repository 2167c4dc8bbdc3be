import {useSyncExternalStore} from 'react';
import type {Listing, ListingState} from '../listing.ts';

export function useListing<Value>(listing: Listing<Value>): ListingState<Value> {
	return useSyncExternalStore(listing.subscribe, listing.snapshot);
}
