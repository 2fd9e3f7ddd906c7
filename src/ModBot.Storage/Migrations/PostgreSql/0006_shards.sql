-- How far each gateway shard's events have been handled; bot stands for the bot and the server.
CREATE TABLE shard_progress (
    bot             text   NOT NULL,
    total           bigint NOT NULL,
    shard           bigint NOT NULL,
    session_id      text,
    resume_url      text,
    sequence        bigint NOT NULL,
    handled_through bigint NOT NULL,
    PRIMARY KEY (bot, total, shard)
) WITH (fillfactor = 50); -- written every second
