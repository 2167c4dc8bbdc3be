import type {PromptContext} from '../questions/terminal-prompts.ts';
import type {ZoomCredentials} from '../settings/settings.ts';
import {askValue} from './ask-value.ts';
import {findProblem} from './find-problem.ts';

export async function askServerToServer(
	previous: ZoomCredentials | undefined,
	context: PromptContext,
): Promise<ZoomCredentials> {
	const former = previous?.type === 'server-to-server' ? previous : undefined;
	const accountId = await askValue(
		{
			message: 'Account ID:',
			isSecret: false,
			previous: former?.accountId,
			findProblem: value => findProblem(value, 'account ID'),
		},
		context,
	);
	const clientId = await askValue(
		{
			message: 'Client ID:',
			isSecret: false,
			previous: former?.clientId,
			findProblem: value => findProblem(value, 'client ID', {'account ID': accountId}),
		},
		context,
	);
	const clientSecret = await askValue(
		{
			message: 'Client secret:',
			isSecret: true,
			findProblem: value =>
				findProblem(value, 'client secret', {'account ID': accountId, 'client ID': clientId}),
		},
		context,
	);
	return {type: 'server-to-server', accountId, clientId, clientSecret};
}

export async function askLegacyJwt(
	previous: ZoomCredentials | undefined,
	context: PromptContext,
): Promise<ZoomCredentials> {
	const apiKey = await askValue(
		{
			message: 'API key:',
			isSecret: false,
			previous: previous?.type === 'legacy-jwt' ? previous.apiKey : undefined,
			findProblem: value => findProblem(value, 'API key'),
		},
		context,
	);
	const apiSecret = await askValue(
		{
			message: 'API secret:',
			isSecret: true,
			findProblem: value => findProblem(value, 'API secret', {'API key': apiKey}),
		},
		context,
	);
	return {type: 'legacy-jwt', apiKey, apiSecret};
}
