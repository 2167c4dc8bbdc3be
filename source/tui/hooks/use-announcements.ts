import {useCallback, useEffect, useState} from 'react';
import {describeError, UserError} from '../../errors.ts';
import {describeResumed} from '../../jobs/resumed.ts';
import type {Announcements} from '../announcements.ts';
import {useSession} from '../session.ts';

/** What there is to say; at first, what was found when settings and library were opened. */
export function useAnnouncements(): Announcements & {readonly forget: () => void} {
	const {notices} = useSession().services;
	const [sentences, setSentences] = useState<readonly string[]>(notices);
	const announce = useCallback(
		(sentence: string) => setSentences(now => [...now.filter(said => said !== sentence), sentence]),
		[],
	);
	return {sentences, announce, forget: () => setSentences([])};
}

/** Lets what an earlier run left unfinished go on, and says so. */
export function useUnfinishedJobs(announce: (sentence: string) => void): void {
	const {jobs} = useSession().services;
	useEffect(() => {
		let isLeft = false;
		const say = (sentences: readonly string[]) => {
			if (!isLeft) {
				sentences.forEach(announce);
			}
		};
		jobs
			.resume()
			.then(resumed => say(describeResumed(resumed)))
			.catch((error: unknown) => {
				if (!(error instanceof UserError)) {
					throw error;
				}

				say([describeError(error)]);
			});
		return () => {
			isLeft = true;
		};
	}, [jobs, announce]);
}
