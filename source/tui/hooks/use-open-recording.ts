import {useContext} from 'react';
import {describeError, isAbort, UserError} from '../../errors.ts';
import {Announcements} from '../announcements.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';

const patienceMs = 30_000;

/** Opens a meeting's recording in the browser; where there is none, its address is shown. */
export function useOpenRecording(meetingUuid: string): Binding {
	const {services} = useSession();
	const {announce} = useContext(Announcements);

	async function openIt(): Promise<void> {
		try {
			const {address, isOpened} = await services.openRecording(
				meetingUuid,
				AbortSignal.timeout(patienceMs),
			);
			announce(
				isOpened ? `Opened in the browser: ${address}` : `Open this in a browser: ${address}`,
			);
		} catch (error) {
			if (!(error instanceof UserError || isAbort(error))) {
				throw error;
			}

			announce(error instanceof UserError ? describeError(error) : 'Zoom did not answer in time.');
		}
	}

	return {keys: ['o'], label: 'open the recording in the browser', run: () => void openIt()};
}
