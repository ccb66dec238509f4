-- The rows of `twinge log 4 --night 3 --sitting 7`, for the sqlite3 program.
PRAGMA synchronous = EXTRA;
BEGIN IMMEDIATE;
INSERT INTO written (hlc, device, at, command, n_facts, version, hash)
  SELECT max(hlc) + 1, device, '2026-01-01T08:00:00+00:00', 'log', 4, '0.1.0', randomblob(16) FROM written;
INSERT INTO fact VALUES
  ('day', 20454, randomblob(16), 'sitting_hours', 115818784358400000, 1, 7.0, randomblob(16)),
  ('pain', 20454, randomblob(16), 'now', 115818784358400000, 1, 40, randomblob(16)),
  ('pain', 20454, randomblob(16), 'time', 115818784358400000, 1, '08:00', randomblob(16)),
  ('pain', 20454, randomblob(16), 'night', 115818784358400000, 1, 30, randomblob(16));
COMMIT;
