/** Each entry brings the schema from its index to the next version. Only ever appended to. */
export const migrations: readonly string[] = [
	`CREATE TABLE jobs (
		id TEXT PRIMARY KEY,
		identity TEXT NOT NULL,
		meeting TEXT NOT NULL,
		recording_file_id TEXT NOT NULL,
		request TEXT NOT NULL,
		stage TEXT NOT NULL,
		remote_status TEXT,
		sent_bytes INTEGER,
		total_bytes INTEGER,
		audio_seconds REAL,
		audio_url TEXT,
		uploaded_at INTEGER,
		intent_at INTEGER,
		doubt_at INTEGER,
		reserved_usd REAL,
		transcript_id TEXT,
		submitted_at INTEGER,
		error TEXT,
		remarks TEXT NOT NULL DEFAULT '[]',
		owner TEXT,
		cancel_requested INTEGER NOT NULL DEFAULT 0,
		created_at INTEGER NOT NULL,
		started_at INTEGER,
		ended_at INTEGER,
		updated_at INTEGER NOT NULL,
		change INTEGER NOT NULL
	) STRICT;
	CREATE UNIQUE INDEX unfinished_jobs ON jobs (identity)
		WHERE stage NOT IN ('completed', 'failed', 'cancelled');
	CREATE INDEX jobs_by_identity ON jobs (identity);
	CREATE INDEX unfinished_jobs_by_owner ON jobs (owner)
		WHERE stage NOT IN ('completed', 'failed', 'cancelled');
	CREATE INDEX jobs_by_change ON jobs (change);
	CREATE INDEX jobs_by_intent ON jobs (intent_at) WHERE reserved_usd IS NOT NULL;
	CREATE INDEX jobs_by_audio_url ON jobs (audio_url) WHERE audio_url IS NOT NULL;
	CREATE INDEX jobs_by_transcript ON jobs (transcript_id) WHERE transcript_id IS NOT NULL;

	CREATE TABLE job_events (
		id INTEGER PRIMARY KEY,
		job_id TEXT NOT NULL,
		at INTEGER NOT NULL,
		kind TEXT NOT NULL,
		detail TEXT
	) STRICT;
	CREATE INDEX events_of_job ON job_events (job_id);

	CREATE TABLE workers (
		id TEXT PRIMARY KEY,
		host TEXT NOT NULL,
		pid INTEGER NOT NULL,
		expires_at INTEGER NOT NULL
	) STRICT;

	CREATE TABLE queue (
		id INTEGER PRIMARY KEY CHECK (id = 1),
		paused TEXT
	) STRICT;
	INSERT INTO queue (id) VALUES (1);

	CREATE TABLE transcripts (
		id TEXT PRIMARY KEY,
		identity TEXT NOT NULL,
		meeting TEXT NOT NULL,
		meeting_uuid TEXT GENERATED ALWAYS AS (meeting ->> '$.uuid') VIRTUAL,
		recording_file_id TEXT NOT NULL,
		request TEXT NOT NULL,
		model TEXT,
		language TEXT,
		audio_seconds REAL,
		processing_ms INTEGER,
		response BLOB NOT NULL,
		completed_at INTEGER NOT NULL,
		remote_deleted_at INTEGER
	) STRICT;
	CREATE INDEX transcripts_of_meeting ON transcripts (meeting_uuid, completed_at DESC);
	CREATE INDEX transcripts_by_identity ON transcripts (identity, completed_at DESC);
	CREATE INDEX transcripts_by_completion ON transcripts (completed_at DESC);

	CREATE TABLE speaker_names (
		transcript_id TEXT NOT NULL,
		speaker TEXT NOT NULL,
		name TEXT NOT NULL,
		PRIMARY KEY (transcript_id, speaker)
	) STRICT;

	CREATE TABLE turns (
		id INTEGER PRIMARY KEY,
		transcript_id TEXT NOT NULL,
		turn INTEGER NOT NULL,
		speaker TEXT,
		start_ms INTEGER NOT NULL,
		text TEXT NOT NULL
	) STRICT;
	CREATE INDEX turns_of_transcript ON turns (transcript_id);
	CREATE VIRTUAL TABLE turns_text USING fts5(
		text, content = 'turns', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
	);
	CREATE TRIGGER turn_added AFTER INSERT ON turns BEGIN
		INSERT INTO turns_text (rowid, text) VALUES (new.id, new.text);
	END;
	CREATE TRIGGER turn_removed AFTER DELETE ON turns BEGIN
		INSERT INTO turns_text (turns_text, rowid, text) VALUES ('delete', old.id, old.text);
	END;`,
	// Who speaks is told from the index alone; and what is deleted is gone from the search's index, too.
	`DROP INDEX turns_of_transcript;
	CREATE INDEX turns_of_transcript ON turns (transcript_id, speaker);
	INSERT INTO turns_text (turns_text, rank) VALUES ('secure-delete', 1);`,
	// Every correction that was made; the newest of a turn is what the turn says, and what is searched.
	`CREATE TABLE corrections (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		transcript_id TEXT NOT NULL,
		turn INTEGER NOT NULL,
		heard TEXT NOT NULL,
		text TEXT NOT NULL
	) STRICT;
	CREATE INDEX corrections_of_transcript ON corrections (transcript_id, turn, id);
	CREATE TRIGGER turn_corrected AFTER UPDATE OF text ON turns BEGIN
		INSERT INTO turns_text (turns_text, rowid, text) VALUES ('delete', old.id, old.text);
		INSERT INTO turns_text (rowid, text) VALUES (new.id, new.text);
	END;`,
	// Whose words they are: AssemblyAI's, or Zoom's own, which nobody has paid for.
	"ALTER TABLE transcripts ADD COLUMN source TEXT NOT NULL DEFAULT 'assemblyai'",
	// What was made of a transcript afterwards, by kind; and since when somebody asks for it.
	`CREATE TABLE understandings (
		transcript_id TEXT NOT NULL,
		kind TEXT NOT NULL,
		asking_since INTEGER,
		answer TEXT,
		PRIMARY KEY (transcript_id, kind)
	) STRICT`,
];
