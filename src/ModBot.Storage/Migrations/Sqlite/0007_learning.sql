-- What guilds allow to be learned, the examples that their administrators wrote, and models made from them.

CREATE TABLE learning_states (
    guild_id INTEGER PRIMARY KEY,
    state    TEXT NOT NULL -- JSON
) STRICT;

CREATE TABLE learning_examples (
    example_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id   INTEGER NOT NULL,
    protected  BLOB    NOT NULL, -- the text, encrypted
    spam       INTEGER NOT NULL CHECK (spam IN (0, 1)),
    added_by   INTEGER NOT NULL,
    added_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX learning_examples_by_guild ON learning_examples (guild_id, example_id);

CREATE TABLE learning_models (
    guild_id INTEGER PRIMARY KEY,
    artifact BLOB NOT NULL
) STRICT;
