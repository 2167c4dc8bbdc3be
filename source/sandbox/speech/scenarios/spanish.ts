import type {Scenario} from '../scenario.ts';

export const spanish: Scenario = {
	key: 'spanish',
	language: 'es',
	roles: 'turns',
	order: 'any',
	related: [],
	openings: [
		`a: Buenos días. ¿Se me oye bien?
		b: Perfectamente. Buenos días.
		a: Estupendo. Tengo una lista corta y luego me contáis lo que falte. ¿Os parece?
		b: Me parece muy bien. Yo tengo que salir a y media, que llega el barco de las once.`,
		`b: Hola, perdón por el retraso, había niebla en la ría.
		a: No pasa nada, acabamos de empezar. ¿Qué tal todo por ahí?
		b: Con niebla, pero contentos.`,
	],
	subjects: [
		{
			name: 'las colas del viernes',
			state:
				'El viernes pasado la cola de coches llegó hasta la rotonda, y la policía nos llamó dos veces.',
			detail:
				'El barco salió con doce minutos de retraso. No fue por los coches, fue porque dos camiones no cabían donde decía el plano.',
			question: '¿Y por qué el plano decía que cabían?',
			answer:
				'Porque la medida la escribe el transportista, y si miente un poco le sale más barato.',
			risk: 'Si medimos cada camión en la puerta, la cola llega a la rotonda todos los días.',
			choice: 'Medimos uno de cada diez, y al que mienta le cobramos la diferencia dos veces.',
			next: 'hablar con la policía del puerto para ver dónde se puede medir',
		},
		{
			name: 'la aplicación en gallego',
			state:
				'Ya está traducida entera, y la ha revisado una profesora de aquí que viaja mucho en el barco.',
			detail:
				'Encontró cuarenta errores, y uno de ellos llevaba tres años también en la versión en castellano.',
			question: '¿La gente la usa?',
			answer: 'Uno de cada tres pasajeros desde el primer día, y nadie lo esperaba.',
			risk: 'Los textos nuevos llegan siempre en inglés, y durante una semana se ven las dos lenguas mezcladas.',
			choice: 'No publicamos ningún texto hasta que esté en las tres lenguas.',
			next: 'pedirle a la profesora un par de horas al mes',
		},
		{
			name: 'los billetes de los isleños',
			state:
				'Tienen un descuento del setenta y cinco por ciento, y cada vez tienen que enseñar el certificado.',
			detail: 'En la práctica, la tripulación los conoce a todos y no les pide nada.',
			question: '¿No se puede comprobar una vez al año y ya está?',
			answer: 'Se puede, si el ayuntamiento nos da acceso al padrón. Dijeron que sí en primavera.',
			risk: 'Si el sistema falla un lunes, trescientas personas pagan el precio entero para ir a trabajar.',
			choice: 'En caso de duda, el descuento se aplica, y se revisa después.',
			next: 'llamar otra vez al ayuntamiento',
		},
		{
			name: 'las pantallas del muelle',
			state: 'Hemos cambiado las ocho, y ahora se leen incluso con el sol de la tarde.',
			detail: 'Las viejas se apagaban cuando hacía más de treinta grados, o sea, justo en agosto.',
			question: '¿Qué muestran cuando no hay ningún barco?',
			answer:
				'El próximo barco y el tiempo. Y el domingo, la hora de misa, porque lo pidió el cura.',
			risk: 'Dependen todas del mismo cable, que pasa por debajo del bar.',
			choice:
				'Ponemos un segundo cable por el otro lado, aunque haya que levantar un poco de suelo.',
			next: 'pedir permiso y hablar con el dueño del bar',
		},
		{
			name: 'el informe de verano',
			state:
				'Hemos llevado a cuatrocientos doce mil pasajeros, un seis por ciento más que el año pasado.',
			detail: 'Lo curioso es septiembre. Ha sido mejor que julio, y con menos quejas.',
			question: '¿Tenemos más barcos en septiembre?',
			answer: 'No, menos. Pero la gente viaja entre semana y no toda el sábado a las diez.',
			risk: 'Si alguien lee solo la primera página, nos va a quitar dos barcos en julio.',
			choice: 'La primera página va a ser el sábado a las diez, con una foto.',
			next: 'buscar una foto en la que se vea bien',
		},
	],
	frames: {
		raise: [
			`a: El siguiente punto es este, {name}. {b}, cuéntanos.
			b: {state} {detail}
			a: [Vaya.|Muy bien.|No lo sabía.]`,
			`b: Yo quería hablar de un tema, {name}.
			a: Adelante.
			b: {state}
			a: ¿Y eso?
			b: {detail}`,
			`c: ¿Podemos ver un momento {name}?
			a: Claro que sí.
			b: Empiezo yo. {state} {detail}`,
		],
		probe: [
			`a: {question}
			b: {answer}
			a: [Tiene sentido.|De acuerdo.|Ah, vale.]`,
			`c: Una pregunta. {question}
			b: [Buena pregunta.|Eso mismo pregunté yo.] {answer}`,
			`a: A ver si lo entiendo. {question}
			b: {answer}`,
		],
		worry: [
			`b: Hay una cosa que me preocupa. {risk}
			a: ¿Ha pasado ya alguna vez?
			b: Una vez, hace {span}. Y bastó.`,
			`a: ¿Qué puede salir mal?
			b: {risk}`,
			`c: Perdón por ser la voz de la conciencia, pero tengo que decirlo. {risk}
			a: Para eso estás.`,
		],
		decide: [
			`a: Entonces, ¿qué hacemos?
			b: {choice}
			a: [Perfecto.|Me gusta.|Pues así lo hacemos.] ¿Te encargas tú de {next}?
			b: Sí, [{soon}|sin problema].`,
			`b: Yo propongo lo siguiente. {choice}
			a: ¿Todos de acuerdo? Pues queda apuntado.
			b: Y yo me encargo de {next}.`,
			`c: {choice}
			b: Estoy de acuerdo. Me encargo de {next}.
			a: Gracias a los dos.`,
		],
	},
	asides: [
		`a: Perdón, que se me ha caído el café. Seguid, seguid.`,
		`b: ¿Se oye mucho la sirena?
		a: Un poco, pero le da ambiente.`,
	],
	closings: [
		`a: Pues por mi parte, nada más. ¿Algo que añadir?
		b: Nada. Gracias por todo, y a ver si venís pronto, que ya hay centollo.
		a: Con ese argumento, la semana que viene. ¡Hasta luego!
		b: ¡Adiós!`,
	],
};
