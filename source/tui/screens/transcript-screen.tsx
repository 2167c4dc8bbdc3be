import {Frame} from '../components/frame.tsx';
import {ErrorNotice, LoadingNotice, retrySentence} from '../components/notice.tsx';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import type {FoundPlace, TranscriptReference} from '../navigation.ts';
import {retryBinding} from '../retry-binding.ts';
import {useSession} from '../session.ts';
import {TranscriptPane} from './transcript-pane.tsx';

export function TranscriptScreen({
	reference,
	at,
}: {
	readonly reference: TranscriptReference;
	readonly at?: FoundPlace | undefined;
}) {
	const {listings} = useSession();
	const listing = listings.transcript(reference);
	const {status, value, error} = useListing(listing);
	const {backBinding} = useNavigation();
	if (value !== undefined) {
		return <TranscriptPane reference={reference} listed={value} at={at} />;
	}

	return (
		<Frame
			breadcrumb={['transcript']}
			bindings={[
				...(status === 'failed' ? [retryBinding('try again', listing.reload)] : []),
				backBinding,
			]}
		>
			{status === 'failed' ? (
				<ErrorNotice error={error} next={retrySentence} />
			) : (
				<LoadingNotice>Opening the transcript…</LoadingNotice>
			)}
		</Frame>
	);
}
