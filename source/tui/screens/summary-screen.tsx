import {Frame} from '../components/frame.tsx';
import {ErrorNotice, LoadingNotice, Notice, retrySentence} from '../components/notice.tsx';
import {ScrolledText, useScrolledText} from '../components/scrolled-text.tsx';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {retryBinding} from '../retry-binding.ts';
import {useSession} from '../session.ts';
import {summaryParagraphs} from '../summary-paragraphs.ts';

/** What Zoom's AI made of a meeting: overview, chapters, next steps. */
export function SummaryScreen({uuid}: {readonly uuid: string}) {
	const {listings} = useSession();
	const listing = listings.summary(uuid);
	const {status, value, error} = useListing(listing);
	const {backBinding} = useNavigation();
	const paragraphs = value?.summary === undefined ? [] : summaryParagraphs(value.summary);
	const scroll = useScrolledText(paragraphs);
	return (
		<Frame
			breadcrumb={[value?.topic ?? 'meeting', 'Zoom’s summary']}
			bindings={[
				...scroll.bindings,
				retryBinding('ask Zoom again', listing.reload, {
					isNext: status !== 'loading' && paragraphs.length === 0,
				}),
				backBinding,
			]}
		>
			{status === 'failed' && <ErrorNotice error={error} next={retrySentence} />}
			{status === 'loading' && <LoadingNotice>Asking Zoom for its summary…</LoadingNotice>}
			{status === 'done' && paragraphs.length === 0 && (
				<Notice title="Zoom made no summary of this meeting">
					{'Zoom makes one where AI Companion’s meeting summary is on.'}
				</Notice>
			)}
			{paragraphs.length > 0 && <ScrolledText {...scroll} />}
		</Frame>
	);
}
