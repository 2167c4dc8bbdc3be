import * as z from 'zod';
import {serviceUrl} from './service-url.ts';

const filled = z.string().min(1);

const zoomSchema = z
	.object({
		credentials: z.discriminatedUnion('type', [
			z
				.object({
					type: z.literal('server-to-server'),
					accountId: filled,
					clientId: filled,
					clientSecret: filled,
				})
				.readonly(),
			z.object({type: z.literal('legacy-jwt'), apiKey: filled, apiSecret: filled}).readonly(),
			z.object({type: z.literal('user'), clientId: filled, refreshToken: filled}).readonly(),
		]),
		/** Kept with the credentials that they are for; absent: Zoom's usual hosts. */
		apiUrl: serviceUrl.optional(),
		oauthUrl: serviceUrl.optional(),
	})
	.readonly();

const assemblyaiSchema = z.object({apiKey: filled, baseUrl: serviceUrl.optional()}).readonly();

const speakers = z.number().int().positive();
const usd = z.number().nonnegative();

export const preferencesSchema = z
	.object({
		speechModels: z.array(filled).readonly().optional(),
		audio: z.enum(['stream', 'direct']).optional(),
		language: filled.optional(),
		speakersMin: speakers.optional(),
		speakersMax: speakers.optional(),
		keyterms: z.array(filled).readonly().optional(),
		redactPii: z.array(filled).readonly().optional(),
		outline: z.boolean().optional(),
		deleteRemote: z.boolean().optional(),
		zoomPlan: z.enum(['free', 'pro', 'business']).optional(),
		askAboveUsd: usd.optional(),
		monthlyLimitUsd: usd.optional(),
		prices: z.record(filled, usd).readonly().optional(),
		notifications: z.boolean().optional(),
	})
	.readonly();

export type StoredZoom = z.infer<typeof zoomSchema>;
export type StoredAssemblyAI = z.infer<typeof assemblyaiSchema>;
export type StoredPreferences = z.infer<typeof preferencesSchema>;

/** What the settings file holds, section by section. */
export type StoredSettings = {
	readonly zoom?: StoredZoom | undefined;
	readonly assemblyai?: StoredAssemblyAI | undefined;
	readonly preferences?: StoredPreferences | undefined;
};

export type StoredSection = keyof StoredSettings;

const sections = {
	zoom: zoomSchema,
	assemblyai: assemblyaiSchema,
	preferences: preferencesSchema,
} as const;

export type ParsedSettings = {
	readonly settings: StoredSettings;
	/** The fields, such as `zoom.credentials.type`, because of which a section is left out. */
	readonly problems: readonly string[];
};

/** Reads each section by itself, so that one that isn't understood doesn't cost the others. */
export function parseStoredSettings(content: Readonly<Record<string, unknown>>): ParsedSettings {
	const problems: string[] = [];
	const read = <Schema extends z.ZodType>(name: StoredSection, schema: Schema) => {
		const result = schema.optional().safeParse(content[name]);
		for (const issue of result.error?.issues ?? []) {
			problems.push([name, ...issue.path].join('.'));
		}
		return result.data;
	};
	return {
		settings: {
			zoom: read('zoom', sections.zoom),
			assemblyai: read('assemblyai', sections.assemblyai),
			preferences: read('preferences', sections.preferences),
		},
		problems,
	};
}
