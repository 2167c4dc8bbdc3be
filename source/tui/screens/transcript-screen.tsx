import {PendingFrame} from '../components/pending-frame.tsx';
import {useListing} from '../hooks/use-listing.ts';
import type {FoundPlace, TranscriptReference} from '../navigation.ts';
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
	const {value} = useListing(listing);
	if (value !== undefined) {
		return <TranscriptPane reference={reference} listed={value} at={at} />;
	}

	return (
		<PendingFrame place="transcript" listing={listing} retryLabel="try again">
			Opening the transcript…
		</PendingFrame>
	);
}
