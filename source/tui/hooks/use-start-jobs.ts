import {useContext} from 'react';
import {describeError, UserError} from '../../errors.ts';
import type {NewJob} from '../../library/library.ts';
import {Announcements} from '../announcements.ts';
import {useSession} from '../session.ts';
import {useNavigation} from './use-navigation.ts';

/** Puts jobs in line and goes to where they are watched: a single one opens when it is done. */
export function useStartJobs(
	go: 'open' | 'replace',
): (newJobs: readonly NewJob[]) => Promise<void> {
	const {jobs} = useSession().services;
	const navigation = useNavigation();
	const {announce} = useContext(Announcements);
	return async newJobs => {
		try {
			const started: string[] = [];
			for (const newJob of newJobs) {
				started.push(await jobs.start(newJob));
			}

			const [first, ...others] = started;
			if (first !== undefined) {
				const follow = others.length === 0 ? first : undefined;
				navigation[go]({name: 'transcribing', follow});
			}
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}

			announce(describeError(error));
		}
	};
}
