import {styleText} from 'node:util';
import {findProblems} from '../setup/assess-diagnosis.ts';
import {type DiagnosisLine, describeDiagnosis} from '../setup/describe-diagnosis.ts';
import type {Diagnosis, HostDiagnosis, ServiceDiagnosis} from '../setup/diagnosis.ts';
import type {CommandContext} from './command.ts';
import type {DoctorJson} from './json-shapes.ts';
import {printJson} from './printing.ts';

export type DoctorOptions = {readonly json: boolean};

/**
 * Says what is configured, who answers and what is allowed. Throws the most pressing problem as a
 * `UserError` once everything is printed.
 */
export async function runDoctor(
	{program, stdout, signal}: CommandContext,
	{json}: DoctorOptions,
): Promise<void> {
	const diagnosis = await program.diagnose(signal);
	const problems = findProblems(diagnosis);
	if (json) {
		printJson(stdout, toJson(diagnosis, problems.length === 0));
	} else {
		stdout.write(toText(diagnosis));
	}

	const [first] = problems;
	if (first !== undefined) {
		throw first;
	}
}

const marks: Readonly<Record<DiagnosisLine['mark'], string>> = {
	good: styleText('green', '✓'),
	note: styleText('yellow', '–'),
	bad: styleText('red', '✗'),
	none: ' ',
};

function toText(diagnosis: Diagnosis): string {
	const sections = describeDiagnosis(diagnosis).map(({title, lines}) => {
		const width = Math.max(...lines.map(({name}) => name.length));
		const rows = lines.flatMap(({mark, name, value, advice}) => [
			`  ${marks[mark]} ${name.padEnd(width)}  ${value}`,
			...(advice === undefined ? [] : [`      ${advice}`]),
		]);
		return [styleText('bold', title), ...rows].join('\n');
	});
	return `${sections.join('\n\n')}\n`;
}

function toJson(diagnosis: Diagnosis, isWell: boolean): DoctorJson {
	const {zoom, assemblyai, hosts, scopes, clockAheadMs, folders, protection, library} = diagnosis;
	return {
		isWell,
		zoom: {kind: zoom.kind ?? null, ...toServiceJson(zoom)},
		assemblyai: toServiceJson(assemblyai),
		hosts: hosts.map(toHostJson),
		scopes: scopes.map(({name, status, isNeeded, cost}) => ({name, status, isNeeded, cost})),
		clockAheadMilliseconds: clockAheadMs ?? null,
		folders: {config: folders.config, data: folders.data},
		settings: {keptIn: protection},
		library:
			library.status === 'readable'
				? {transcripts: library.transcripts, jobs: library.jobs, size: library.sizeBytes}
				: {message: library.message, hint: library.hint ?? null},
	};
}

function toServiceJson({credentials, access}: ServiceDiagnosis): DoctorJson['assemblyai'] {
	const {status} = access;
	return {
		status,
		source: credentials.status === 'set' ? credentials.source : null,
		...(status === 'refused' && {message: access.message, hint: access.hint ?? null}),
	};
}

function toHostJson({purpose, origin, probe}: HostDiagnosis): DoctorJson['hosts'][number] {
	return probe.status === 'answers'
		? {purpose, origin, status: probe.status, milliseconds: probe.milliseconds}
		: {purpose, origin, status: probe.status, reason: probe.reason, hint: probe.hint};
}
