-- Layout of a run file, version 1. Times are UTC, ISO 8601. Documented in docs/formats/run-file.md.
CREATE TABLE run (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE snapshot (
  name TEXT PRIMARY KEY,          -- benchmark.yaml, or a data file's path
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  content TEXT                    -- the whole text of benchmark.yaml; null for data files
) WITHOUT ROWID;
CREATE TABLE model (
  ordinal INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  identity TEXT NOT NULL,         -- what decides its replies besides the request; no keys
  surplus_rows INTEGER NOT NULL   -- records of a recording that no trial uses
);
CREATE TABLE sample (
  ordinal INTEGER PRIMARY KEY,    -- the publisher's order, from 0
  id TEXT NOT NULL UNIQUE,
  subset TEXT,
  kind TEXT NOT NULL,
  body TEXT NOT NULL              -- JSON: question, options, media, target, tags, clusters, links
);
CREATE TABLE trial (              -- with a unique index over model and id once the plan is whole
  ordinal INTEGER PRIMARY KEY,    -- the plan's order, from 0
  id TEXT NOT NULL,
  model INTEGER NOT NULL REFERENCES model,
  sample INTEGER NOT NULL REFERENCES sample,
  arm TEXT NOT NULL,
  variant TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'skipped', 'failed', 'answered')),
  reason TEXT,                    -- why it was skipped, or the kind of its failure
  message TEXT,                   -- of the failure
  attempts INTEGER NOT NULL DEFAULT 0,
  request INTEGER REFERENCES request
);
CREATE TABLE request (
  ordinal INTEGER PRIMARY KEY,    -- in the order in which they were first written
  sha256 TEXT NOT NULL,           -- of the body
  body TEXT NOT NULL              -- JSON, canonical: what was sent, pictures by SHA-256; or {"stated": …}
);
CREATE TABLE reply (
  trial INTEGER PRIMARY KEY REFERENCES trial,
  text TEXT NOT NULL,
  reasoning TEXT,
  finish TEXT NOT NULL,
  prompt_tokens INTEGER,
  completion_tokens INTEGER,
  reasoning_tokens INTEGER,
  cached_tokens INTEGER,
  cost REAL,
  seconds REAL,
  logprobs TEXT,                  -- JSON
  model TEXT,                     -- as the endpoint calls itself
  raw TEXT NOT NULL,              -- the response as it came
  recorded_reading TEXT,
  recorded_score TEXT,
  from_cache INTEGER NOT NULL
);
CREATE TABLE media (
  sha256 TEXT PRIMARY KEY,        -- of the bytes that were sent
  mime TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  provenance TEXT NOT NULL        -- JSON: every transform from the publisher's bytes
) WITHOUT ROWID;
CREATE TABLE scoring (
  ordinal INTEGER PRIMARY KEY,
  rules TEXT NOT NULL,            -- JSON: extractors, scorers and metrics by kind of answer
  version TEXT NOT NULL           -- of Assay
);
CREATE TABLE reading (
  scoring INTEGER NOT NULL REFERENCES scoring,
  trial INTEGER NOT NULL REFERENCES trial,
  extractor TEXT NOT NULL,        -- name@version
  outcome TEXT NOT NULL CHECK (outcome IN ('read', 'unreadable', 'refused', 'truncated')),
  answer TEXT,                    -- JSON, where outcome is read
  span_start INTEGER,
  span_end INTEGER,
  guessed INTEGER NOT NULL,
  reason TEXT,                    -- why it is unreadable
  PRIMARY KEY (scoring, trial, extractor)
) WITHOUT ROWID;
CREATE TABLE score (
  scoring INTEGER NOT NULL,
  trial INTEGER NOT NULL,
  extractor TEXT NOT NULL,
  scorer TEXT NOT NULL,           -- name@version
  value REAL,
  undefined TEXT,                 -- why there is no value
  PRIMARY KEY (scoring, trial, extractor, scorer)
) WITHOUT ROWID;
CREATE TABLE scoring_seal (
  scoring INTEGER PRIMARY KEY REFERENCES scoring,
  sha256 TEXT NOT NULL            -- of its rules, readings and scores when it was made
);
CREATE TABLE judge (
  name TEXT PRIMARY KEY,
  identity TEXT NOT NULL,         -- what decides its replies besides the request; no keys
  seal TEXT,                      -- of the run in which it was asked; null where that is open
  sha256 TEXT NOT NULL            -- of what it said
) WITHOUT ROWID;
CREATE TABLE judgement (
  judge TEXT NOT NULL REFERENCES judge,
  trial INTEGER NOT NULL REFERENCES trial,
  text TEXT,                      -- what the judge said
  failure TEXT,                   -- why it said nothing
  PRIMARY KEY (judge, trial)
) WITHOUT ROWID;
CREATE TABLE claim (
  sha256 TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  registered INTEGER NOT NULL     -- 1: before the first call
) WITHOUT ROWID;
CREATE TABLE event (
  ordinal INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  trial INTEGER,
  text TEXT NOT NULL
);
