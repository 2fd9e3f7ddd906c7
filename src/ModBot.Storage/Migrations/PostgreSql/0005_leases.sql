-- A process works on an action under a lease: whose it is (0 for nobody's) and until when; before due_at it is not tried.
-- notice: 1 while the moderators have yet to be told that it failed for good, 2 once they are.
ALTER TABLE actions ADD COLUMN owner bigint NOT NULL DEFAULT 0;
ALTER TABLE actions ADD COLUMN lease_until bigint NOT NULL DEFAULT 0;
ALTER TABLE actions ADD COLUMN due_at bigint NOT NULL DEFAULT 0;
ALTER TABLE actions ADD COLUMN notice bigint NOT NULL DEFAULT 0;

DROP INDEX actions_pending;
CREATE INDEX actions_open ON actions (action_id) WHERE state = 0 OR notice = 1;
