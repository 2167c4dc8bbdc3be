import fc from 'fast-check';
import {type SafeText, safeText} from '../../source/safe-text.ts';
import {applyCorrections} from '../../source/transcripts/corrections.ts';
import type {ExportDocument, ExportMeeting} from '../../source/transcripts/formats/format.ts';
import type {Transcript, Turn, Word} from '../../source/transcripts/transcript.ts';

/** The same kind of sentence in ten scripts, and text that fights. */
export const corpus: ReadonlyMap<string, string> = new Map([
	[
		'Latin',
		'We agreed to move the launch to the third week of November, because the review of the payment service — which Zoë and François began on Monday — will not be done any earlier.',
	],
	[
		'Cyrillic',
		'Мы договорились перенести запуск на третью неделю ноября, потому что проверка платёжного сервиса, которую начали в понедельник, раньше не закончится.',
	],
	[
		'Greek',
		'Συμφωνήσαμε να μεταφέρουμε την έναρξη στην τρίτη εβδομάδα του Νοεμβρίου, γιατί ο έλεγχος της υπηρεσίας πληρωμών δεν θα τελειώσει νωρίτερα.',
	],
	[
		'Arabic',
		'اتفقنا على نقل الإطلاق إلى الأسبوع الثالث من نوفمبر، لأن مراجعة خدمة الدفع التي بدأت يوم الاثنين لن تنتهي قبل ذلك. مُهِمٌّ جِدًّا',
	],
	[
		'Hebrew',
		'הסכמנו לדחות את ההשקה לשבוע השלישי של נובמבר, כי הבדיקה של שירות התשלומים שהתחילה ביום שני לא תסתיים מוקדם יותר. שָׁלוֹם',
	],
	[
		'Devanagari',
		'हमने लॉन्च को नवंबर के तीसरे सप्ताह तक टालने का निर्णय लिया, क्योंकि भुगतान सेवा की समीक्षा, जो सोमवार को शुरू हुई, उससे पहले पूरी नहीं होगी।',
	],
	['Tamil', 'பணம் செலுத்தும் சேவையின் ஆய்வு முடியாததால், வெளியீட்டை நவம்பர் மூன்றாவது வாரத்திற்கு மாற்ற ஒப்புக்கொண்டோம்.'],
	[
		'Thai',
		'เราตกลงกันว่าจะเลื่อนการเปิดตัวไปเป็นสัปดาห์ที่สามของเดือนพฤศจิกายน เพราะการตรวจสอบระบบชำระเงินที่เริ่มเมื่อวันจันทร์จะไม่เสร็จเร็วกว่านั้น',
	],
	[
		'Hangul',
		'결제 서비스 검토가 월요일에 시작되어 더 빨리 끝나지 않을 것이므로 출시를 11월 셋째 주로 옮기기로 합의했습니다. 한글',
	],
	[
		'Han and Kana',
		'月曜日に始まった決済サービスのレビューが早くは終わらないため、公開を11月の第3週に延期することで合意しました。「本当に？」と山田さん。ｶﾞｷﾞ、API の設計も見直します！！中文也一样：我们同意把发布推迟到十一月的第三周。',
	],
	[
		'emoji',
		'Shipped 🚀🚀 with 👩‍👩‍👧‍👦 and 👍🏽, flags 🇧🇷🇯🇵🇩🇪, keycaps 1️⃣2⃣#️⃣, ❤️ ❤ ☺️ © ® ™ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 — ok🙂‍↔️',
	],
	['marks', `z${'\u0301\u0323'.repeat(30)}algo te\u0301xt கா${'ா'.repeat(60)} e\u200Dn\u200Cd`],
	['one long word', `https://example.com/${'abcdefghij'.repeat(40)}`],
	['combining only', '\u0301\u0302 \u0303'],
]);

/** Text as the transcript holds it, built to fight: every script, marks, emoji, long words. */
export const hostileText: fc.Arbitrary<SafeText> = fc
	.array(
		fc.oneof(
			fc.constantFrom(...[...corpus.values()].flatMap(text => text.split(' '))),
			fc.constantFrom(
				'\u0301',
				'\u200D',
				'\u200C',
				'゙',
				'ｶﾞ',
				'🇧',
				'👩‍👩‍👧',
				'\u0600',
				'ᄀ',
				'ᅡ',
				'ி',
				'…',
				'「',
				'」',
			),
			fc.string({unit: 'binary', maxLength: 12}),
			fc.string({maxLength: 30}),
		),
		{maxLength: 30},
	)
	.chain(parts => fc.constantFrom(parts.join(' '), parts.join('')))
	.map(safeText);

/** Words evenly spread over the time between two moments, in milliseconds. */
export function spokenWords(text: string, startMs: number, endMs: number): readonly Word[] {
	const words = text.split(' ').filter(word => word !== '');
	const step = (endMs - startMs) / Math.max(1, words.length);
	return words.map((word, index) => ({
		text: safeText(word),
		startMs: Math.round(startMs + index * step),
		endMs: Math.round(startMs + (index + 0.9) * step),
		confidence: 0.9,
	}));
}

export function spokenTurn(
	speaker: string | undefined,
	text: string,
	{startMs = 0, endMs = startMs + 1000}: {startMs?: number; endMs?: number} = {},
): Turn {
	return {
		speaker: speaker === undefined ? undefined : safeText(speaker),
		startMs,
		endMs,
		text: safeText(text),
		words: spokenWords(safeText(text), startMs, endMs),
	};
}

export function transcriptOf(
	turns: readonly Turn[],
	changes: Partial<Transcript> = {},
): Transcript {
	return {
		source: 'assemblyai',
		turns,
		durationMs: turns.at(-1)?.endMs ?? 0,
		language: 'en',
		model: 'universal-3-5-pro',
		speakerNames: new Map(),
		...changes,
	};
}

/** One turn after another, each of its length in words at three words a second. */
export function conversation(
	lines: ReadonlyArray<readonly [speaker: string | undefined, text: string]>,
): Transcript {
	let startMs = 0;
	const turns = lines.map(([speaker, text]) => {
		const endMs = startMs + Math.max(1, text.split(' ').length) * 333;
		const turn = spokenTurn(speaker, text, {startMs, endMs});
		startMs = endMs + 500;
		return turn;
	});
	return transcriptOf(turns);
}

export const anyTranscript: fc.Arbitrary<Transcript> = fc
	.array(fc.tuple(fc.constantFrom('A', 'B', 'C', undefined), hostileText), {maxLength: 12})
	.map(conversation);

const manyWords = [...corpus.values()].flatMap(text => text.split(' ')).slice(0, 150);

/** About ten thousand words an hour, three speakers, turns of 5 to 120 words, always the same. */
export function meetingOfHours(hours: number): Transcript {
	const lines: Array<readonly [string, string]> = [];
	for (let wordCount = 0, turn = 0; wordCount < hours * 10_000; turn++) {
		const length = 5 + ((turn * 37) % 116);
		const words = Array.from(
			{length},
			(_, index) => manyWords[(turn * 31 + index * 7) % manyWords.length],
		);
		lines.push([['A', 'B', 'C'][turn % 3] ?? 'A', `${words.join(' ')}.`]);
		wordCount += length;
	}
	return conversation(lines);
}

const anyTime = fc.oneof(fc.nat({max: 20_000}), fc.constantFrom(0, 1, 999, 3_600_000));

const messyTurn: fc.Arbitrary<Turn> = fc
	.record({
		speaker: fc.constantFrom('A', 'B', 'A'.repeat(60), undefined),
		text: hostileText,
		times: fc.array(anyTime, {minLength: 2, maxLength: 12}),
		isWordless: fc.boolean(),
	})
	.map(({speaker, text, times, isWordless}) => {
		const turn = spokenTurn(speaker, text);
		const words = turn.words.map((word, index) => ({
			...word,
			startMs: times[index % times.length] ?? 0,
			endMs: times[(index + 1) % times.length] ?? 0,
		}));
		const [startMs = 0, endMs = 0] = times;
		return {...turn, startMs, endMs, words: isWordless ? [] : words};
	});

/** Transcripts whose times make no sense: overlapping, backwards, zero, with and without words. */
export const messyTranscript: fc.Arbitrary<Transcript> = fc
	.array(messyTurn, {maxLength: 10})
	.map(turns => transcriptOf(turns));

/** Any transcript with some of its turns corrected to any text. */
export const correctedTranscript: fc.Arbitrary<Transcript> = fc
	.tuple(
		fc.oneof(anyTranscript, messyTranscript),
		fc.array(fc.tuple(fc.nat({max: 9}), hostileText), {minLength: 1, maxLength: 4}),
	)
	.map(([transcript, texts]) =>
		applyCorrections(
			transcript,
			texts.map(([turn, text]) => ({
				turn,
				heard: transcript.turns[turn]?.text ?? safeText(''),
				text,
			})),
		),
	);

/** Everything about a document that is not its transcript, built to fight. */
export function documentOf(
	transcript: Transcript,
	meeting: Partial<ExportMeeting> = {},
): ExportDocument {
	return {
		transcript,
		transcriptId: '6zlqn2v9qn-1f0a-4b6f-9b0e-2f1f0c0d0e0f',
		exportedAt: new Date('2026-11-24T15:00:00Z'),
		meeting: {
			uuid: 'abc/+==',
			number: '85012345678',
			topic: safeText('Weekly sync'),
			start: new Date('2026-11-24T13:00:00Z'),
			hostEmail: safeText('ana@example.com'),
			participants: [safeText('Ana Souza'), safeText('Bo Lindqvist')],
			shareUrl: 'https://zoom.example/rec/share/x?a=1&b=2',
			...meeting,
		},
	};
}

/** Any transcript of any meeting. */
export const anyDocument: fc.Arbitrary<ExportDocument> = fc
	.record({
		transcript: fc.oneof(anyTranscript, messyTranscript, correctedTranscript),
		topic: hostileText,
		names: fc.array(hostileText, {maxLength: 3}),
	})
	.map(({transcript, topic, names}) => {
		const labels = ['A', 'B', 'C'];
		const speakerNames = new Map(
			names.flatMap((name, index) => (name === '' ? [] : [[labels[index] ?? '', name] as const])),
		);
		return documentOf({...transcript, speakerNames}, {topic, participants: names});
	});
