import {isCorrected} from '../../transcripts/corrections.ts';
import {Frame} from '../components/frame.tsx';
import {ErrorNotice, LoadingNotice, retrySentence} from '../components/notice.tsx';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import type {TranscriptReference} from '../navigation.ts';
import {retryBinding} from '../retry-binding.ts';
import {useSession} from '../session.ts';
import {ExportPane} from './export-pane.tsx';

/** The format's real output as one moves through the formats, then a file. */
export function ExportScreen({reference}: {readonly reference: TranscriptReference}) {
	const {services, listings} = useSession();
	const listing = listings.transcript(reference);
	const {status, value, error} = useListing(listing);
	const {backBinding} = useNavigation();
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
		<Frame
			breadcrumb={['export']}
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
