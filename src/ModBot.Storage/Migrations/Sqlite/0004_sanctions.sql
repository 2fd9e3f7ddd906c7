-- What actions need to be taken back, and what is kept of members and guilds besides cases.

-- prior: what was there before the action, as the action itself reads it; '' until noted. cause: the action that this one follows from.
ALTER TABLE actions ADD COLUMN prior TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN cause INTEGER;

CREATE UNIQUE INDEX actions_by_cause ON actions (cause, kind) WHERE cause IS NOT NULL;
CREATE INDEX actions_on_places ON actions (kind, state) WHERE kind IN ('slowmode', 'lock-channel', 'pause-invites');

CREATE TABLE strikes (
    strike_id    INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id     INTEGER NOT NULL,
    member_id    INTEGER NOT NULL,
    points       INTEGER NOT NULL,
    given_at     INTEGER NOT NULL,
    case_number  INTEGER,
    action_id    INTEGER UNIQUE,
    moderator_id INTEGER,
    reason       TEXT    NOT NULL,
    refunded     INTEGER NOT NULL DEFAULT 0 CHECK (refunded IN (0, 1))
) STRICT;

CREATE INDEX strikes_by_member ON strikes (guild_id, member_id, given_at);

CREATE TABLE counters (
    guild_id   INTEGER NOT NULL,
    subject_id INTEGER NOT NULL, -- a member, a channel, or the guild itself
    name       TEXT    NOT NULL,
    value      REAL    NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, subject_id, name)
) WITHOUT ROWID, STRICT;

CREATE TABLE guild_states (
    guild_id INTEGER PRIMARY KEY,
    state    TEXT NOT NULL -- JSON
) STRICT;

-- Direct messages of the last days, for the ration.
CREATE TABLE direct_messages (
    action_id INTEGER PRIMARY KEY,
    guild_id  INTEGER NOT NULL,
    user_id   INTEGER NOT NULL,
    sent_at   INTEGER NOT NULL,
    refused   INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1))
) STRICT;

CREATE INDEX direct_messages_by_user ON direct_messages (user_id, sent_at);
CREATE INDEX direct_messages_by_time ON direct_messages (sent_at, guild_id);
