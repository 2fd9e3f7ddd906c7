-- What searching, reviewing and looking after the log need besides the cases themselves.

-- The deciding review beside the case, so that one index answers for both.
ALTER TABLE cases ADD COLUMN review INTEGER NOT NULL DEFAULT 0 CHECK (review BETWEEN 0 AND 2); -- 0 open, 1 upheld, 2 overturned
ALTER TABLE cases ADD COLUMN reviewed_at INTEGER;
-- Above 0 while what the case can be found by is not (wholly) in case_terms; every change of it adds one.
ALTER TABLE cases ADD COLUMN index_due INTEGER NOT NULL DEFAULT 1;

UPDATE cases SET review = r.decision, reviewed_at = r.reviewed_at FROM reviews r WHERE r.case_id = cases.case_id AND r.decides = 1;

DROP INDEX cases_by_rule;
DROP INDEX cases_by_incident;
CREATE INDEX cases_by_incident ON cases (guild_id, incident_number, number);
CREATE INDEX cases_by_rule ON cases (guild_id, rule, number, review, disposition, private, opened_at);
CREATE INDEX cases_by_review ON cases (guild_id, review, disposition, number, private, opened_at);
CREATE INDEX cases_by_time ON cases (guild_id, opened_at, number);
CREATE INDEX cases_by_score ON cases (guild_id, coalesce(spam, -1.0), number);
-- Holds every column that figures and rare searches look at, so that they never visit the table.
CREATE INDEX cases_overview ON cases (guild_id, number, opened_at, disposition, review, private, rule, spam, reviewed_at);
CREATE INDEX cases_to_index ON cases (case_id) WHERE index_due > 0;

CREATE INDEX reviews_by_moderator ON reviews (moderator_id, case_id);

-- What cases can be found by: the first 8 bytes of a keyed hash (a key of each guild's own, kept with the key ring).
CREATE TABLE case_terms (
    guild_id INTEGER NOT NULL,
    term     INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    source   INTEGER NOT NULL CHECK (source BETWEEN 1 AND 3), -- 1 evidence, which goes with it; 2 what stays; 3 both
    PRIMARY KEY (guild_id, term, number)
) WITHOUT ROWID, STRICT;

-- The terms of each case, 8 bytes each, so that they can be removed again.
CREATE TABLE case_index (
    case_id  INTEGER PRIMARY KEY REFERENCES cases (case_id),
    evidence BLOB NOT NULL,
    lasting  BLOB NOT NULL
) STRICT;

CREATE TABLE notes (
    note_id        INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id        INTEGER NOT NULL REFERENCES cases (case_id),
    moderator_id   INTEGER NOT NULL,
    moderator_name TEXT    NOT NULL,
    text           TEXT    NOT NULL,
    noted_at       INTEGER NOT NULL
) STRICT;

CREATE INDEX notes_by_case ON notes (case_id);

CREATE TRIGGER notes_are_never_changed BEFORE UPDATE ON notes
BEGIN
    SELECT RAISE(ABORT, 'a note is never changed; add another');
END;

CREATE TABLE audit (
    entry_id   INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id   INTEGER NOT NULL,
    actor_id   INTEGER NOT NULL,
    actor_name TEXT    NOT NULL,
    kind       INTEGER NOT NULL,
    subject    TEXT    NOT NULL,
    detail     TEXT    NOT NULL,
    done_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_by_guild ON audit (guild_id, entry_id);
CREATE INDEX audit_by_kind ON audit (guild_id, kind, entry_id);
CREATE INDEX audit_by_actor ON audit (guild_id, actor_id, entry_id);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is never changed');
END;

CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is never removed');
END;

CREATE TABLE viewing_options (
    guild_id     INTEGER NOT NULL,
    moderator_id INTEGER NOT NULL,
    options      TEXT    NOT NULL, -- JSON
    PRIMARY KEY (guild_id, moderator_id)
) STRICT;

-- What was erased at whose wish, and that nothing of it was left; to be done again after a backup is restored.
CREATE TABLE erasures (
    erasure_id     INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id       INTEGER NOT NULL,
    member_id      INTEGER NOT NULL,
    asked_by       INTEGER NOT NULL,
    evidence       INTEGER NOT NULL,
    terms          INTEGER NOT NULL,
    names          INTEGER NOT NULL,
    judgements     INTEGER NOT NULL,
    remaining      INTEGER NOT NULL,
    erased_at      INTEGER NOT NULL
) STRICT;

CREATE INDEX erasures_by_member ON erasures (guild_id, member_id);
