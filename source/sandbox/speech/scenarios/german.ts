import type {Scenario} from '../scenario.ts';

export const german: Scenario = {
	key: 'german',
	language: 'de',
	roles: 'turns',
	order: 'any',
	related: [],
	openings: [
		`a: Guten Morgen zusammen. Ich sehe, wir sind vollzählig, dann fangen wir an. {b}, hören Sie mich?
		b: Ja, sehr gut sogar. Guten Morgen.
		a: Schön. Ich habe heute ein paar Punkte zum Haushalt, und am Ende würde ich gern über die Verträge sprechen.
		b: Von mir kommt noch etwas zu den Gebühren, aber das kann warten.`,
		`a: So, guten Morgen. Entschuldigung für die Verspätung, die Fähre hatte Gegenwind.
		b: Die beste Ausrede im ganzen Haus.
		a: Leider keine Ausrede. Fangen wir an?`,
	],
	subjects: [
		{
			name: 'die Rampe am Norwegenkai',
			state:
				'Der Umbau ist genehmigt, und die Baustelle beginnt in sechs Wochen. Solange fahren wir mit halber Breite.',
			detail:
				'Für die Lkw heißt das eine Spur statt zwei, und am Freitagnachmittag steht die Schlange dann bis zur Ampel.',
			question: 'Was sagen die Spediteure dazu?',
			answer:
				'Sie wollen vor allem wissen, wann es vorbei ist. Mit einer festen Uhrzeit für jede Firma können sie gut leben.',
			risk: 'Wenn es im November friert, wird der Beton nicht fertig, und dann sind wir im März noch da.',
			choice: 'Wir vergeben Zeitfenster von zwanzig Minuten und halten uns auch selbst daran.',
			next: 'die Zeitfenster mit den drei größten Firmen abstimmen',
		},
		{
			name: 'die Liegegebühren',
			state:
				'Wir berechnen seit neun Jahren dieselbe Gebühr, und die Kosten für Strom und Festmacher sind um ein Drittel gestiegen.',
			detail:
				'Bei den kleinen Booten zahlen wir inzwischen drauf, im Schnitt ungefähr vierzig Euro pro Nacht.',
			question: 'Wie viel teurer wird es für die Reedereien?',
			answer:
				'Im Mittel sieben Prozent. Für die kleinen Boote sind es zwölf, dafür entfällt die Grundgebühr.',
			risk: 'Wenn wir das im Sommer ankündigen, haben wir die Zeitung im Haus und sonst nichts erreicht.',
			choice: 'Wir erhöhen in zwei Schritten und kündigen beide gleichzeitig an.',
			next: 'eine Seite dazu schreiben, die man auch ohne Taschenrechner versteht',
		},
		{
			name: 'den Landstrom',
			state:
				'Die Anlage läuft seit dem Frühjahr, und elf Schiffe haben sie benutzt. Geplant waren dreißig.',
			detail:
				'Es liegt am Stecker. Jedes zweite Schiff hat einen, der zwar der Norm entspricht, aber einer anderen.',
			question: 'Gibt es dafür keinen Adapter?',
			answer:
				'Doch, er wiegt neunzig Kilo und kostet so viel wie ein Kleinwagen. Zwei davon würden uns reichen.',
			risk: 'Die Förderung verlangt eine Mindestzahl an Anschlüssen, und davon sind wir weit entfernt.',
			choice: 'Wir kaufen zwei Adapter und bitten den Fördergeber um ein halbes Jahr mehr Zeit.',
			next: 'den Antrag schreiben und die Zahlen ehrlich dazulegen',
		},
		{
			name: 'die neue Software für die Abrechnung',
			state:
				'Der Probelauf ist durch, und von tausend Rechnungen waren neunhundertachtundneunzig gleich.',
			detail:
				'Die zwei anderen waren vorher falsch. Das hat zwanzig Jahre lang niemand gemerkt, auch der Kunde nicht.',
			question: 'Müssen wir das zurückzahlen?',
			answer:
				'Es geht um achtzehn Euro im Jahr. Ich würde es zurückzahlen und einen Kuchen dazulegen.',
			risk: 'Die alte Anlage wird zum Jahresende abgeschaltet, und danach gibt es keinen Weg zurück.',
			choice:
				'Wir lassen beide Systeme einen Monat lang nebeneinander laufen und vergleichen jeden Abend.',
			next: 'den Vergleich automatisieren, damit es niemand von Hand macht',
		},
		{
			name: 'die Barrierefreiheit im Terminal',
			state:
				'Die Begehung hat siebzehn Punkte ergeben, und zwölf davon kosten fast nichts, ein Schild oder einen Türstopper.',
			detail:
				'Der größte Punkt ist der Aufzug. Er ist zu klein für einen Rollstuhl mit Begleitung und Koffer.',
			question: 'Was kostet ein größerer?',
			answer:
				'Ungefähr zweihunderttausend, und das Treppenhaus muss dafür drei Monate gesperrt werden.',
			risk: 'Wenn der Aufzug in der Saison ausfällt, haben wir für manche Leute gar keinen Weg aufs Schiff.',
			choice:
				'Die zwölf kleinen Punkte sofort, den Aufzug im Januar, wenn nur ein Schiff am Tag fährt.',
			next: 'drei Angebote einholen und die Schilder bestellen',
		},
		{
			name: 'die Verträge mit den Aushilfen',
			state:
				'Wir haben im Sommer vierzig Aushilfen, und bei jeder Verlängerung füllen wir neun Formulare aus.',
			detail:
				'Die Hälfte davon verlangt niemand mehr. Ich habe nachgefragt, und man war überrascht, dass wir sie noch schicken.',
			question: 'Wer darf entscheiden, dass wir sie weglassen?',
			answer: 'Wir selbst, und der Betriebsrat möchte nur vorher davon wissen.',
			risk: 'Wenn wir das falsche Formular weglassen, merken wir es erst bei der Prüfung im übernächsten Jahr.',
			choice: 'Wir behalten die drei, auf denen ein Gesetz steht, und streichen die anderen sechs.',
			next: 'die Liste dem Betriebsrat zeigen',
		},
	],
	frames: {
		raise: [
			`a: Der nächste Punkt betrifft {name}. {b}, wie ist der Stand?
			b: {state} {detail}
			a: [Gut, danke.|Das hatte ich mir schlimmer vorgestellt.|Verstehe.]`,
			`b: Ich würde gern etwas zu einem Punkt sagen, der {name} betrifft.
			a: Bitte.
			b: {state}
			a: [Und was heißt das genau?|Das müssen Sie mir erklären.]
			b: {detail}`,
			`a: Damit kommen wir zu einem Thema, auf das ich mich gefreut habe, und es betrifft {name}.
			c: Das klingt ironisch.
			a: Nur ein bisschen. {b}?
			b: {state} {detail}`,
		],
		probe: [
			`a: {question}
			b: {answer}
			a: [Damit kann ich arbeiten.|Das leuchtet mir ein.|Gut zu wissen.]`,
			`c: Darf ich kurz fragen? {question}
			b: [Gute Frage.|Das haben wir uns auch gefragt.] {answer}`,
			`a: Bevor wir weitergehen. {question}
			b: {answer} Wenn Sie möchten, schicke ich Ihnen die Zahlen nachher.
			a: Sehr gern.`,
		],
		worry: [
			`b: Eine Sorge habe ich allerdings. {risk}
			a: Wie wahrscheinlich ist das?
			b: Ich würde sagen, {percent}. Aber wenn es passiert, dann richtig.`,
			`a: Was kann schiefgehen?
			b: {risk}
			a: Dann schreiben wir das bitte genau so ins Protokoll.`,
			`c: Ich bin heute der Pessimist. {risk}
			a: Einer muss es ja sein.`,
		],
		decide: [
			`a: Was schlagen Sie vor?
			b: {choice}
			a: [Einverstanden.|So machen wir das.|Das klingt vernünftig.] Könnten Sie {next}?
			b: Ja, [bis {day}|das erledige ich {soon}].`,
			`b: Mein Vorschlag wäre folgender. {choice} Ich würde dann {next}.
			a: Gibt es Einwände? Nein? Dann ist das beschlossen.`,
			`c: {choice}
			b: Das sehe ich auch so. Ich kann {next}.
			a: Wunderbar, vielen Dank.`,
		],
	},
	asides: [
		`a: Einen Moment bitte, bei mir klingelt das andere Telefon. So, da bin ich wieder.`,
		`b: Man hört bei Ihnen die Möwen.
		a: Das ist der Vorteil an diesem Büro. Es ist auch der einzige.`,
		`a: Ein Blick auf die Uhr, wir liegen gut in der Zeit.`,
	],
	closings: [
		`a: Damit wären wir durch. Gibt es noch etwas unter Verschiedenes?
		b: Nur ein Dankeschön. Das war heute angenehm kurz.
		a: Danke ebenfalls. Ich schicke das Protokoll heute Nachmittag. Auf Wiederhören.
		b: Tschüss.`,
	],
};
