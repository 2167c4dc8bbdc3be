// A sandbox in a process of its own: node bench/programs/sandbox.ts '{"mediaScale": 3.5}'. Prints one
// line of JSON, and goes on until it is told to end.
import process from 'node:process';
import {startSandbox} from '../../source/sandbox/sandbox.ts';

const options: object = JSON.parse(process.argv[2] ?? '{}');
const sandbox = await startSandbox(options);
const meetings = sandbox.world.meetings.filter(({files, tags}) => {
	const isOrdinary = !tags.has('fails-at-assemblyai') && !tags.has('no-permission');
	return (
		isOrdinary &&
		files.some(({fileExtension, status}) => fileExtension === 'M4A' && status === 'completed')
	);
});
console.log(
	JSON.stringify({
		environment: sandbox.environment,
		tenHours: sandbox.world.find('ten-hours').uuid,
		uuids: meetings.map(({uuid}) => uuid),
	}),
);
process.once('SIGTERM', () => void sandbox.close());
