-- How far each gateway shard's events have been handled; bot stands for the bot and the server.
CREATE TABLE shard_progress (
    bot             TEXT    NOT NULL,
    total           INTEGER NOT NULL,
    shard           INTEGER NOT NULL,
    session_id      TEXT,
    resume_url      TEXT,
    sequence        INTEGER NOT NULL,
    handled_through INTEGER NOT NULL,
    PRIMARY KEY (bot, total, shard)
) STRICT;
