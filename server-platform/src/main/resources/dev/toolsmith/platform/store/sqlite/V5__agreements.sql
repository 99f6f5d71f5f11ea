-- What users agreed to and was done, for as long as it could be asked for again. Times are milliseconds since 1970.
CREATE TABLE used_agreement (
  mark TEXT NOT NULL PRIMARY KEY,
  end_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX used_agreement_end ON used_agreement (end_at);
