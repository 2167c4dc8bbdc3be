import {Frame} from '../components/frame.tsx';
import {ErrorNotice, LoadingNotice} from '../components/notice.tsx';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import type {TranscriptReference} from '../navigation.ts';
import {useSession} from '../session.ts';
import {ExportPane} from './export-pane.tsx';

/** The format's real output as one moves through the formats, then a file. */
export function ExportScreen({reference}: {readonly reference: TranscriptReference}) {
	const {listings} = useSession();
	const listing = listings.transcript(reference);
	const {status, value, error} = useListing(listing);
	const {backBinding} = useNavigation();
	if (value !== undefined) {
		return <ExportPane source={value} />;
	}

	return (
		<Frame
			breadcrumb={['export']}
			bindings={[{keys: ['r'], label: 'try again', run: listing.reload}, backBinding]}
		>
			{status === 'failed' ? (
				<ErrorNotice error={error} retryKey="r" />
			) : (
				<LoadingNotice>Opening the transcript…</LoadingNotice>
			)}
		</Frame>
	);
}
