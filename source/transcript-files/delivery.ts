import {copyToSystem} from '../exports/clipboard.ts';
import {createExports} from '../exports/exports.ts';
import type {Services} from '../services.ts';

/** What brings a transcript to where a person wants it: no account and no library is needed for it. */
export type Delivery = Pick<Services, 'exports' | 'copyToSystem'>;

export function openDelivery(): Delivery {
	return {exports: createExports(), copyToSystem: text => copyToSystem(text)};
}
