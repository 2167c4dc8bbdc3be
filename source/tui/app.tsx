import {useApp} from 'ink';
import {useContext, useEffect, useReducer, useState} from 'react';
import {findTranscripts} from '../kept-transcripts/find-transcripts.ts';
import type {Program} from '../program.ts';
import {isSetUp} from '../settings/settings.ts';
import {Announcements} from './announcements.ts';
import {Frame, FrameContext} from './components/frame.tsx';
import {LoadingNotice} from './components/notice.tsx';
import {useAnnouncements, useUnfinishedJobs} from './hooks/use-announcements.ts';
import {useJobNews} from './hooks/use-job-news.ts';
import {useJobCounts, usePauseReason} from './hooks/use-jobs.ts';
import {NavigationContext, useNavigation} from './hooks/use-navigation.ts';
import {useUnwrappedRows} from './hooks/use-unwrapped-rows.ts';
import type {Binding} from './keymap.ts';
import {
	currentScreen,
	type Navigation,
	type NavigationAction,
	navigate,
	type Screen,
} from './navigation.ts';
import {listPlaces} from './places.ts';
import {DatesScreen} from './screens/dates-screen.tsx';
import {DoctorScreen} from './screens/doctor-screen.tsx';
import {ExportManyScreen} from './screens/export-many-screen.tsx';
import {ExportScreen} from './screens/export-screen.tsx';
import {FindMeetingScreen} from './screens/find-meeting-screen.tsx';
import {LibraryScreen} from './screens/library-screen.tsx';
import {LibrarySearchScreen} from './screens/library-search-screen.tsx';
import {MeetingScreen} from './screens/meeting-screen.tsx';
import {MeetingsScreen} from './screens/meetings-screen.tsx';
import {RunScreen} from './screens/run-screen.tsx';
import {SetupScreen} from './screens/setup-screen.tsx';
import {SummaryScreen} from './screens/summary-screen.tsx';
import {TranscribingScreen} from './screens/transcribing-screen.tsx';
import {TranscriptScreen} from './screens/transcript-screen.tsx';
import {UsersScreen} from './screens/users-screen.tsx';
import {closeSession, openSession, type Session, SessionContext, useSession} from './session.ts';
import {Shell} from './shell.tsx';

export type AppProps = {
	/** A promise while it is still being opened: the screen is there before the services are. */
	readonly program: Program | Promise<Program>;
	/** What of the library to open at once: an id, its beginning, or a meeting's UUID. */
	readonly transcript?: string | undefined;
};

type Stage =
	| {readonly name: 'opening'}
	/** Before both services are set up there is setup, and nothing else. */
	| {readonly name: 'setting up'; readonly program: Program}
	| {readonly name: 'ready'; readonly session: Session; readonly screens: Navigation};

/** The whole screen. */
export function App({program, transcript}: AppProps) {
	const [stage, setStage] = useState<Stage>(() =>
		program instanceof Promise ? {name: 'opening'} : firstStage(program, transcript),
	);
	const {exit} = useApp();
	useEffect(() => {
		if (program instanceof Promise) {
			program.then(opened => setStage(firstStage(opened, transcript))).catch(exit);
		}
	}, [program, transcript, exit]);
	const session = stage.name === 'ready' ? stage.session : undefined;
	useEffect(
		() => () => {
			if (session !== undefined) {
				closeSession(session);
			}
		},
		[session],
	);
	return (
		<Shell>
			<StageView
				stage={stage}
				onSession={ready => setStage({name: 'ready', session: ready, screens: [firstScreen]})}
				onSetUp={setUp => setStage({name: 'setting up', program: setUp})}
			/>
		</Shell>
	);
}

function firstStage(program: Program, transcript: string | undefined): Stage {
	if (!isSetUp(program.readSettings())) {
		return {name: 'setting up', program};
	}

	const session = openSession(program);
	return {name: 'ready', session, screens: firstScreens(session, transcript)};
}

/** The list of users, and behind it the transcript that is wanted. Throws `UserError` where there is none. */
function firstScreens({services}: Session, transcript: string | undefined): Navigation {
	const found = transcript === undefined ? [] : findTranscripts(services.library, [transcript]);
	return [
		firstScreen,
		...found.map(({id}) => ({name: 'transcript', reference: {type: 'library', id}}) as const),
	];
}

function StageView({
	stage,
	onSession,
	onSetUp,
}: {
	readonly stage: Stage;
	readonly onSession: (session: Session) => void;
	/** From the recordings back to credentials; jobs go on once these are left again. */
	readonly onSetUp: (program: Program) => void;
}) {
	switch (stage.name) {
		case 'opening': {
			return (
				<Frame breadcrumb={[]} bindings={[]}>
					<LoadingNotice>Opening…</LoadingNotice>
				</Frame>
			);
		}

		case 'setting up': {
			return <SettingUp program={stage.program} onSession={onSession} />;
		}

		case 'ready': {
			return (
				<SessionContext value={stage.session}>
					<Screens
						isSandbox={stage.session.program.isSandbox}
						first={stage.screens}
						onSetUp={() => onSetUp(stage.session.program)}
					/>
				</SessionContext>
			);
		}
	}
}

function SettingUp({
	program,
	onSession,
}: {
	readonly program: Program;
	readonly onSession: (session: Session) => void;
}) {
	const [screen, setScreen] = useState<'setup' | 'doctor'>('setup');
	return screen === 'setup' ? (
		<SetupScreen
			program={program}
			onReady={() => onSession(openSession(program))}
			onSandbox={sandbox => onSession(openSession(sandbox))}
			onDoctor={() => setScreen('doctor')}
		/>
	) : (
		<DoctorScreen
			program={program}
			onBack={() => setScreen('setup')}
			onSetUp={() => setScreen('setup')}
		/>
	);
}

const firstScreen: Screen = {name: 'users'};

function Screens({
	isSandbox,
	first,
	onSetUp,
}: {
	readonly isSandbox: boolean;
	readonly first: Navigation;
	readonly onSetUp: () => void;
}) {
	const {globalBindings, resumptions} = useContext(FrameContext);
	const [navigation, dispatch] = useReducer(navigate, first);
	const {sentences, announce, forget} = useAnnouncements();
	useUnfinishedJobs(announce);
	function go(action: NavigationAction): void {
		// What takes a screen's place by itself is not somebody going on.
		if (action.type !== 'replace') {
			forget();
		}

		dispatch(action);
	}

	const {running, total} = useJobCounts();
	const pauseReason = usePauseReason();
	useJobNews(running);
	useUnwrappedRows(resumptions);
	const badges = [
		...(pauseReason === undefined ? [] : ['paused']),
		...(running > 0 ? [`${running} transcribing`] : []),
		...(isSandbox ? ['sandbox'] : []),
	];
	const jobsDone = running === 0 ? undefined : `${total - running}/${total}`;
	const {services, listings} = useSession();
	const places = () =>
		listPlaces(services.library.listTranscripts(), listings.seen(), screen =>
			go({type: 'open', screen}),
		);
	const isDoctor = currentScreen(navigation).name === 'doctor';
	const everywhere: readonly Binding[] = isDoctor
		? globalBindings
		: [
				{
					keys: ['W'],
					label: 'what works? what is set up, who answers, what is allowed',
					run: () => go({type: 'open', screen: {name: 'doctor'}}),
				},
				...globalBindings,
			];
	return (
		<FrameContext value={{badges, jobsDone, globalBindings: everywhere, resumptions, places}}>
			<Announcements value={{sentences, announce}}>
				<NavigationContext value={go}>
					<ScreenView
						screen={currentScreen(navigation)}
						onSetUp={isSandbox ? undefined : onSetUp}
					/>
				</NavigationContext>
			</Announcements>
		</FrameContext>
	);
}

function ScreenView({
	screen,
	onSetUp,
}: {
	readonly screen: Screen;
	readonly onSetUp: (() => void) | undefined;
}) {
	switch (screen.name) {
		case 'users': {
			return <UsersScreen />;
		}

		case 'dates': {
			return <DatesScreen whose={screen.whose} />;
		}

		case 'meetings': {
			return <MeetingsScreen whose={screen.whose} range={screen.range} />;
		}

		case 'find meeting': {
			return <FindMeetingScreen whose={screen.whose} />;
		}

		case 'meeting': {
			return <MeetingScreen uuid={screen.uuid} />;
		}

		case 'summary': {
			return <SummaryScreen uuid={screen.uuid} />;
		}

		case 'transcribing': {
			return <TranscribingScreen follow={screen.follow} />;
		}

		case 'doctor': {
			return <Doctor onSetUp={onSetUp} />;
		}

		case 'run': {
			return <RunScreen jobs={screen.jobs} />;
		}

		case 'transcript': {
			return <TranscriptScreen reference={screen.reference} at={screen.at} />;
		}

		case 'export': {
			return <ExportScreen reference={screen.reference} />;
		}

		case 'export many': {
			return <ExportManyScreen ids={screen.ids} />;
		}

		case 'library': {
			return <LibraryScreen />;
		}

		case 'library search': {
			return <LibrarySearchScreen text={screen.text} />;
		}
	}
}

function Doctor({onSetUp}: {readonly onSetUp: (() => void) | undefined}) {
	const {program} = useSession();
	const {back} = useNavigation();
	return <DoctorScreen program={program} onBack={back} onSetUp={onSetUp} />;
}
