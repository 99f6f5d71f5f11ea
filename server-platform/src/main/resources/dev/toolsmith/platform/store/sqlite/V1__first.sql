-- Times are ISO 8601 in UTC, lists are JSON arrays of texts. "number" keeps the order in which things were made.
CREATE TABLE connection (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  app TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  state_reason TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  workspace_name TEXT NOT NULL,
  scopes TEXT,
  credential_hint TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE TABLE credential (
  connection_id TEXT NOT NULL PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
  keyset BLOB NOT NULL,
  ciphertext BLOB NOT NULL
);

CREATE TABLE server (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  methods TEXT NOT NULL,
  tags TEXT NOT NULL,
  tools TEXT NOT NULL,
  denied_tools TEXT NOT NULL,
  read_only INTEGER NOT NULL,
  require_api_token_auth INTEGER NOT NULL,
  calls_per_minute INTEGER,
  paused INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  expires_at TEXT
);
CREATE INDEX server_connection ON server (connection_id);

CREATE TABLE url_token (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  server_id TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
  mac TEXT NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  created_at TEXT NOT NULL,
  ends_at TEXT
);
CREATE INDEX url_token_server ON url_token (server_id);

CREATE TABLE api_token (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  mac TEXT NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  permissions TEXT NOT NULL,
  server_id TEXT,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT
);

CREATE TABLE administrator (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  created_at TEXT NOT NULL
);

CREATE TABLE admin_session (
  mac TEXT NOT NULL PRIMARY KEY,
  administrator_id TEXT NOT NULL REFERENCES administrator (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);
CREATE INDEX admin_session_administrator ON admin_session (administrator_id);

CREATE TABLE value (
  name TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
);

-- What is searched by is computed from the body, so it cannot say anything else than what is chained.
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  time TEXT GENERATED ALWAYS AS (body ->> '$.time') VIRTUAL,
  server_id TEXT GENERATED ALWAYS AS (body ->> '$.server_id') VIRTUAL,
  connection_id TEXT GENERATED ALWAYS AS (body ->> '$.connection_id') VIRTUAL,
  tool TEXT GENERATED ALWAYS AS (body ->> '$.tool') VIRTUAL,
  decision TEXT GENERATED ALWAYS AS (body ->> '$.decision') VIRTUAL
);

-- Each index costs an append a fifth more. Rows of other kinds are found from the newest on, without one.
CREATE INDEX audit_server ON audit (server_id) WHERE server_id IS NOT NULL;
CREATE INDEX audit_refused ON audit (sequence) WHERE decision = 'refused';

CREATE TRIGGER audit_keeps_rows_as_they_are BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL,
  open_from INTEGER NOT NULL,
  mac BLOB NOT NULL
);
