-- A server without a pinned version follows the newest one.
ALTER TABLE server ADD COLUMN pinned_version TEXT;

-- The digest of a kept jar's bytes stands here and not beside the jar: the jar is code that will be run.
CREATE TABLE app_version (
  number INTEGER PRIMARY KEY,
  app TEXT NOT NULL,
  digest TEXT NOT NULL,
  version TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  newest INTEGER NOT NULL,
  jar_sha256 TEXT,
  UNIQUE (app, digest)
);
