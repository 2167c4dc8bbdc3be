import type {Faults, Service} from './faults.ts';
import type {Journal} from './journal.ts';
import {type Origin, openOrigin} from './origin.ts';

export type Origins = Readonly<Record<Service, Origin>> & {
	disconnect(): void;
	close(): Promise<void>;
};

export type OriginsOptions = {
	/** Of the first one; the others take the next two. 0: free ones. */
	readonly port: number;
	readonly latencyMs: number;
	readonly faults: Faults;
	readonly journal: Journal;
};

/** All three servers, or none: when one port can't be had, the others are given back. */
export async function openOrigins({port, ...common}: OriginsOptions): Promise<Origins> {
	const open: Origin[] = [];
	const close = async () => {
		await Promise.all(open.map(origin => origin.close()));
	};
	const disconnect = () => {
		for (const origin of open) {
			origin.disconnect();
		}
	};
	const start = async (service: Service) => {
		const origin = await openOrigin({
			...common,
			service,
			port: port === 0 ? 0 : port + open.length,
		});
		open.push(origin);
		return origin;
	};
	try {
		return {
			zoom: await start('zoom'),
			'zoom-media': await start('zoom-media'),
			assemblyai: await start('assemblyai'),
			disconnect,
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
