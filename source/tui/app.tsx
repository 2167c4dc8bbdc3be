import {useApp} from 'ink';
import {useEffect, useMemo, useReducer, useState} from 'react';
import {hasEnded} from '../jobs/job-progress.ts';
import type {Program} from '../program.ts';
import {isSetUp} from '../services.ts';
import {FrameContext} from './components/frame.tsx';
import type {ListState} from './components/list-state.ts';
import {useJobs} from './hooks/use-jobs.ts';
import {KeyQueueContext, useKeyboard} from './hooks/use-keys.ts';
import {ListMemory} from './hooks/use-list.ts';
import {NavigationContext} from './hooks/use-navigation.ts';
import {createKeyQueue} from './key-queue.ts';
import type {Binding} from './keymap.ts';
import {currentScreen, navigate, type Screen} from './navigation.ts';
import {interrupted} from './outcome.ts';
import {DatesScreen} from './screens/dates-screen.tsx';
import {DoctorScreen} from './screens/doctor-screen.tsx';
import {ExportScreen} from './screens/export-screen.tsx';
import {MeetingsScreen} from './screens/meetings-screen.tsx';
import {SetupScreen} from './screens/setup-screen.tsx';
import {TranscribingScreen} from './screens/transcribing-screen.tsx';
import {TranscriptScreen} from './screens/transcript-screen.tsx';
import {UsersScreen} from './screens/users-screen.tsx';
import {closeSession, openSession, type Session, SessionContext} from './session.ts';

export type AppProps = {readonly program: Program};

/** The whole screen. Before both services are set up there is setup, and nothing else. */
export function App({program}: AppProps) {
	const [session, setSession] = useState<Session | undefined>(() =>
		isSetUp(program.readSettings()) ? openSession(program) : undefined,
	);
	useEffect(
		() => () => {
			if (session !== undefined) {
				closeSession(session);
			}
		},
		[session],
	);
	const {exit} = useApp();
	const [queue] = useState(createKeyQueue);
	useKeyboard(queue);
	const globalBindings = useMemo(
		(): readonly Binding[] => [
			{keys: ['ctrl+c'], label: 'quit at once', run: () => exit(interrupted)},
		],
		[exit],
	);

	const [beforehand, setBeforehand] = useState<'setup' | 'doctor'>('setup');

	if (session === undefined) {
		return (
			<KeyQueueContext value={queue}>
				<FrameContext value={{badges: [], globalBindings}}>
					{beforehand === 'setup' ? (
						<SetupScreen
							program={program}
							onReady={() => setSession(openSession(program))}
							onSandbox={sandbox => setSession(openSession(sandbox))}
							onDoctor={() => setBeforehand('doctor')}
						/>
					) : (
						<DoctorScreen program={program} onBack={() => setBeforehand('setup')} />
					)}
				</FrameContext>
			</KeyQueueContext>
		);
	}

	return (
		<KeyQueueContext value={queue}>
			<SessionContext value={session}>
				<Screens globalBindings={globalBindings} isSandbox={session.program.isSandbox} />
			</SessionContext>
		</KeyQueueContext>
	);
}

const firstScreen: Screen = {name: 'users'};

function Screens({
	globalBindings,
	isSandbox,
}: {
	readonly globalBindings: readonly Binding[];
	readonly isSandbox: boolean;
}) {
	const [navigation, dispatch] = useReducer(navigate, [firstScreen]);
	const [memory] = useState(() => new Map<string, ListState>());
	const running = useJobs().filter(({progress}) => !hasEnded(progress)).length;
	const badges = [
		...(running > 0 ? [`${running} transcribing`] : []),
		...(isSandbox ? ['sandbox'] : []),
	];
	return (
		<FrameContext value={{badges, globalBindings}}>
			<NavigationContext value={dispatch}>
				<ListMemory value={memory}>
					<ScreenView screen={currentScreen(navigation)} />
				</ListMemory>
			</NavigationContext>
		</FrameContext>
	);
}

function ScreenView({screen}: {readonly screen: Screen}) {
	switch (screen.name) {
		case 'users': {
			return <UsersScreen />;
		}

		case 'dates': {
			return <DatesScreen user={screen.user} />;
		}

		case 'meetings': {
			return <MeetingsScreen user={screen.user} range={screen.range} />;
		}

		case 'transcribing': {
			return <TranscribingScreen follow={screen.follow} />;
		}

		case 'transcript': {
			return <TranscriptScreen transcriptId={screen.transcriptId} />;
		}

		case 'export': {
			return <ExportScreen transcriptId={screen.transcriptId} />;
		}
	}
}
