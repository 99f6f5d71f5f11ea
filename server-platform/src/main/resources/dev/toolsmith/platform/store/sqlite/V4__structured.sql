-- Whether a server's results also carry the exact JSON. Those that are there go on as they did.
ALTER TABLE server ADD COLUMN structured INTEGER NOT NULL DEFAULT 0;
