import {isCorrected} from '../../transcripts/corrections.ts';
import {PendingFrame} from '../components/pending-frame.tsx';
import {useListing} from '../hooks/use-listing.ts';
import type {TranscriptReference} from '../navigation.ts';
import {useSession} from '../session.ts';
import {ExportPane} from './export-pane.tsx';

/** The format's real output as one moves through the formats, then a file. */
export function ExportScreen({reference}: {readonly reference: TranscriptReference}) {
	const {services, listings} = useSession();
	const listing = listings.transcript(reference);
	const {value} = useListing(listing);
	if (value !== undefined) {
		const {document} = value;
		return (
			<ExportPane
				title={document.meeting.topic}
				source={value}
				hasCorrections={isCorrected(document.transcript)}
				suggestPath={(format, edited) => services.exports.suggestPath(document, format, edited)}
				write={async options => {
					const outcome = await services.exports.write({...options, source: value});
					return outcome.status === 'exists'
						? outcome
						: {status: 'written', words: `written to ${outcome.path}`};
				}}
			/>
		);
	}

	return (
		<PendingFrame place="export" listing={listing} retryLabel="try again">
			Opening the transcript…
		</PendingFrame>
	);
}
