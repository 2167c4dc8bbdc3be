import type {Language} from '../world/meeting.ts';

type Pools = Readonly<Record<string, readonly string[]>>;

const pools: Readonly<Record<Language, Pools>> = {
	en: {
		day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
		soon: ['tomorrow', 'this week', 'by the end of the week', 'on Monday', 'before the next call'],
		span: ['two days', 'a week', 'ten days', 'two weeks', 'a month'],
		number: ['three', 'four', 'six', 'eleven', 'fourteen', 'forty'],
		percent: ['four percent', 'twelve percent', 'about a fifth', 'a third', 'sixty percent'],
		town: ['Oban', 'Kiel', 'Vigo', 'Piraeus', 'Galway', 'Kagoshima'],
	},
	de: {
		day: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'],
		soon: ['morgen', 'diese Woche', 'bis Freitag', 'nächste Woche', 'vor dem nächsten Termin'],
		span: ['zwei Tage', 'eine Woche', 'zehn Tage', 'zwei Wochen', 'einen Monat'],
		number: ['drei', 'vier', 'sechs', 'elf', 'vierzehn', 'ungefähr vierzig'],
		percent: ['vier Prozent', 'zwölf Prozent', 'ein Fünftel', 'ein Drittel', 'sechzig Prozent'],
		town: ['Kiel', 'Rostock', 'Lübeck', 'Göteborg', 'Vigo'],
	},
	es: {
		day: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes'],
		soon: ['mañana', 'esta semana', 'antes del viernes', 'la semana que viene'],
		span: ['dos días', 'una semana', 'diez días', 'quince días', 'un mes'],
		number: ['tres', 'cuatro', 'seis', 'once', 'catorce', 'unos cuarenta'],
		percent: ['un cuatro por ciento', 'un doce por ciento', 'una quinta parte', 'un tercio'],
		town: ['Vigo', 'Bilbao', 'Cádiz', 'Palma', 'Kiel'],
	},
	ja: {
		day: ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日'],
		soon: ['明日', '今週中', '金曜日まで', '来週', '次の定例まで'],
		span: ['二日', '一週間', '十日', '二週間', '一か月'],
		number: ['三', '四', '六', '十一', '十四', '四十くらい'],
		percent: ['四パーセント', '十二パーセント', '五分の一', '三分の一'],
		town: ['鹿児島', '長崎', '高松', '神戸', 'オバン'],
	},
};

/** Words that any dialogue in this language may ask for. */
export function poolsOf(language: Language): Pools {
	return pools[language];
}
