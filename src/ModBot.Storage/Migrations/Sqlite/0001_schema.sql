-- Ids are Discord's unsigned 64-bit snowflakes, stored by their bits as signed integers. They compare rightly below 2^63
-- (the year 2084); nothing rests on their order but the locality of pages and which recent rows go first.
-- Times are milliseconds since the Unix epoch, UTC.

-- "ModB": tells a ModBot database from any other.
PRAGMA application_id = 1299145794;

CREATE TABLE guilds (
    guild_id    INTEGER PRIMARY KEY,
    last_case   INTEGER NOT NULL DEFAULT 0,
    recent_rows INTEGER NOT NULL DEFAULT 0,
    logged      INTEGER NOT NULL DEFAULT 0,
    flagged     INTEGER NOT NULL DEFAULT 0,
    deleted     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One row for each judged revision. Rows without a case are pruned. The message comes first in the key because message ids
-- ascend over all guilds: live traffic fills the same few pages however many guilds there are.
CREATE TABLE judgements (
    message_id  INTEGER NOT NULL,
    guild_id    INTEGER NOT NULL,
    revision    TEXT    NOT NULL,
    sequence    INTEGER NOT NULL, -- from 1, per message, in the order of storing
    channel_id  INTEGER NOT NULL,
    author_id   INTEGER NOT NULL,
    disposition INTEGER NOT NULL CHECK (disposition BETWEEN 0 AND 2),
    categories  INTEGER NOT NULL,
    spam        REAL,             -- null for not-a-number
    rule        TEXT    NOT NULL,
    judged_at   INTEGER NOT NULL,
    case_number INTEGER,
    PRIMARY KEY (message_id, guild_id, revision)
) WITHOUT ROWID, STRICT;

CREATE INDEX judgements_recent ON judgements (judged_at) WHERE case_number IS NULL;

-- What groups of judgements add to the counters of the tables guilds, members and judgement_counts, one row a group, until it is
-- folded into them. A judgement then writes where it is dense, and a counter's page is written once for many judgements.
CREATE TABLE pending_counts (
    entry     INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again: readers remember what they have seen
    additions BLOB    NOT NULL
) STRICT;

-- Messages by day (days since the Unix epoch), disposition and category; category '' counts every message once. The day comes
-- first so that a day's writes fall on the same pages.
CREATE TABLE judgement_counts (
    day         INTEGER NOT NULL,
    guild_id    INTEGER NOT NULL,
    disposition INTEGER NOT NULL,
    category    TEXT    NOT NULL,
    messages    INTEGER NOT NULL,
    PRIMARY KEY (day, guild_id, disposition, category)
) WITHOUT ROWID, STRICT;

-- How many of a member's messages were judged: what standing asks for.
CREATE TABLE members (
    guild_id  INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    judged    INTEGER NOT NULL,
    PRIMARY KEY (guild_id, author_id)
) WITHOUT ROWID, STRICT;

CREATE TABLE cases (
    case_id          INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id         INTEGER NOT NULL REFERENCES guilds (guild_id),
    number           INTEGER NOT NULL CHECK (number > 0),
    message_id       INTEGER NOT NULL,
    revision         TEXT    NOT NULL,
    channel_id       INTEGER NOT NULL,
    author_id        INTEGER NOT NULL,
    author_name      TEXT    NOT NULL,
    posted_at        INTEGER NOT NULL,
    opened_at        INTEGER NOT NULL,
    disposition      INTEGER NOT NULL CHECK (disposition BETWEEN 0 AND 2),
    intended         INTEGER NOT NULL CHECK (intended BETWEEN 0 AND 2),
    categories       INTEGER NOT NULL,
    spam             REAL,
    rule             TEXT    NOT NULL,
    rule_set_version INTEGER NOT NULL,
    model_version    TEXT    NOT NULL,
    private          INTEGER NOT NULL CHECK (private IN (0, 1)),
    incident_number  INTEGER NOT NULL,
    incident_key     BLOB,             -- a hash: the key may quote the message
    card_channel_id  INTEGER,
    card_message_id  INTEGER,
    UNIQUE (guild_id, number),
    UNIQUE (guild_id, message_id, revision)
) STRICT;

CREATE INDEX cases_by_author ON cases (guild_id, author_id, number);
CREATE INDEX cases_by_rule ON cases (guild_id, rule, number);
CREATE INDEX cases_by_incident_key ON cases (guild_id, incident_key, posted_at) WHERE incident_key IS NOT NULL;
CREATE INDEX cases_by_incident ON cases (guild_id, incident_number);

-- Encrypted; a row goes when it expires.
CREATE TABLE evidence (
    case_id    INTEGER PRIMARY KEY REFERENCES cases (case_id),
    protected  BLOB    NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX evidence_by_expiry ON evidence (expires_at);

CREATE TABLE actions (
    action_id  INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id    INTEGER NOT NULL REFERENCES cases (case_id),
    kind       TEXT    NOT NULL,
    amount     INTEGER NOT NULL,
    state      INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2), -- 0 pending, 1 done, 2 failed
    detail     TEXT    NOT NULL DEFAULT '',
    attempts   INTEGER NOT NULL DEFAULT 0,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX actions_by_case ON actions (case_id);
CREATE INDEX actions_pending ON actions (action_id) WHERE state = 0;

CREATE TABLE reviews (
    review_id      INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id        INTEGER NOT NULL REFERENCES cases (case_id),
    decision       INTEGER NOT NULL CHECK (decision IN (1, 2)),
    moderator_id   INTEGER NOT NULL,
    moderator_name TEXT    NOT NULL,
    reason         TEXT    NOT NULL,
    reviewed_at    INTEGER NOT NULL,
    decides        INTEGER NOT NULL CHECK (decides IN (0, 1))
) STRICT;

CREATE INDEX reviews_by_case ON reviews (case_id);
CREATE UNIQUE INDEX reviews_one_decides ON reviews (case_id) WHERE decides = 1;

CREATE TRIGGER reviews_are_append_only BEFORE UPDATE OF case_id, decision, reviewed_at, decides ON reviews
BEGIN
    SELECT RAISE(ABORT, 'a review is never changed; add another');
END;

CREATE TABLE rule_sets (
    guild_id    INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    rules       TEXT    NOT NULL, -- JSON
    author_id   INTEGER NOT NULL,
    author_name TEXT    NOT NULL,
    change      TEXT    NOT NULL,
    changed_at  INTEGER NOT NULL,
    PRIMARY KEY (guild_id, version)
) STRICT;

CREATE TABLE guild_settings (
    guild_id INTEGER PRIMARY KEY,
    settings TEXT NOT NULL -- JSON
) STRICT;
