-- Actions carry parameters of their own: the whole action as rule documents write it, in the place of one number.
ALTER TABLE actions ADD COLUMN action text NOT NULL DEFAULT '';
UPDATE actions SET action = json_build_object('action', kind, 'amount', amount)::text;
ALTER TABLE actions DROP COLUMN amount;
