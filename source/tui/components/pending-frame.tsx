import type {ReactNode} from 'react';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import type {Listing} from '../listing.ts';
import {retryBinding} from '../retry-binding.ts';
import {Frame} from './frame.tsx';
import {ErrorNotice, LoadingNotice, retrySentence} from './notice.tsx';

export type PendingFrameProps = {
	readonly place: string;
	readonly listing: Pick<Listing<unknown>, 'snapshot' | 'subscribe' | 'reload'>;
	/** What `r` does once it has failed. */
	readonly retryLabel: string;
	/** What is waited for. */
	readonly children: ReactNode;
};

/** In place of a screen whose one thing has not come yet, or could not: then why, and the key that asks again. */
export function PendingFrame({place, listing, retryLabel, children}: PendingFrameProps) {
	const {status, error} = useListing(listing);
	const {backBinding} = useNavigation();
	const hasFailed = status === 'failed';
	return (
		<Frame
			breadcrumb={[place]}
			bindings={[...(hasFailed ? [retryBinding(retryLabel, listing.reload)] : []), backBinding]}
		>
			{hasFailed ? (
				<ErrorNotice error={error} next={retrySentence} />
			) : (
				<LoadingNotice>{children}</LoadingNotice>
			)}
		</Frame>
	);
}
