import {createContext, useContext} from 'react';
import type {Program} from '../program.ts';
import type {Services} from '../services.ts';
import {createListings, type Listings} from './listings.ts';

/** What the screens work with, once both services are set up. */
export type Session = {
	readonly program: Program;
	readonly services: Services;
	readonly listings: Listings;
};

export function openSession(program: Program): Session {
	const services = program.openServices();
	return {program, services, listings: createListings(services)};
}

export function closeSession({services, listings}: Session): void {
	listings.close();
	services.close();
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session; only screens that come after setup may ask for it. */
export function useSession(): Session {
	const session = useContext(SessionContext);
	if (session === undefined) {
		throw new Error('No screen but setup is shown before both services are set up');
	}

	return session;
}
