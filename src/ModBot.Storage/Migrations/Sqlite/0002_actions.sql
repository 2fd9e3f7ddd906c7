-- Actions carry parameters of their own: the whole action as rule documents write it, in the place of one number.
ALTER TABLE actions ADD COLUMN action TEXT NOT NULL DEFAULT '';
UPDATE actions SET action = json_object('action', kind, 'amount', amount);
ALTER TABLE actions DROP COLUMN amount;
