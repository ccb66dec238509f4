-- The journal of twinge, version 3: one SQLite file, everything one person recorded.
--
-- The truth is the table of facts. Nothing in it is ever changed or removed: an edit is a newer
-- fact, a deletion is a newer fact that says so, an undo is a newer fact that restores. What
-- stands now is the newest fact of each field, which the views below show, for your own sqlite3.

-- The journal itself: one row.
CREATE TABLE journal (
  id        BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUID; two machines' copies share it
  made_ms   INTEGER NOT NULL,                                     -- when, milliseconds since 1970 UTC
  is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1))          -- 1: made by `twinge demo`, nobody's pain
) STRICT, WITHOUT ROWID;

-- The computers that wrote in it.
CREATE TABLE device (
  device  INTEGER NOT NULL PRIMARY KEY CHECK (device BETWEEN 1 AND 281474976710655), -- random, 48 bits
  machine BLOB    NOT NULL CHECK (length(machine) = 16),                             -- hash of the machine's id
  made_ms INTEGER NOT NULL                                                           -- first seen, ms since 1970 UTC
) STRICT;

-- The acts of writing: one row for each command that recorded something.
CREATE TABLE written (
  hlc         INTEGER NOT NULL,  -- hybrid logical clock: milliseconds since 1970 UTC * 65536 + counter
  device      INTEGER NOT NULL REFERENCES device, -- by which computer
  at          TEXT    NOT NULL,  -- local time with offset, as its clock showed: 2026-03-15T07:30:00+01:00
  command     TEXT    NOT NULL,  -- log, did, import, undo …
  source      TEXT,              -- import: the file's name; log --id: id and what was said. NULL: the person
  undo_hlc    INTEGER,           -- undo: which act was undone. NULL: no undo
  undo_device INTEGER,
  n_facts     INTEGER NOT NULL,  -- how many facts it wrote
  version     TEXT    NOT NULL,  -- of the twinge that wrote
  hash        BLOB    NOT NULL CHECK (length(hash) = 16), -- XXH3-128 of all the above
  PRIMARY KEY (hlc, device)
) STRICT, WITHOUT ROWID;

-- The facts. The day is part of what an entry is: moving one to another day is clearing it here
-- and writing it there. The checks call as few functions as can be: an import writes a fact for
-- each value of decades, and with a call for each check they would be a third of its time.
CREATE TABLE fact (
  kind   TEXT    NOT NULL CHECK (kind <> ''),          -- pain, day, exercise, treatment, symptom, event, questionnaire, profile, habit, notice, insight, experiment
  day    INTEGER NOT NULL,       -- civil local date it is about, days since 1970-01-01; 0 for profile and habit
  entry  BLOB    NOT NULL CHECK (length(entry) = 16),            -- UUID of the entry
  field  TEXT    NOT NULL CHECK (field <> ''),         -- worst, sleep_hours, habit:coffee …; .written: when it was first written down elsewhere
  hlc    INTEGER NOT NULL,       -- when it was written down, as in written
  device INTEGER NOT NULL,       -- by which computer, as in written
  value  ANY                     -- scores in tenths (0–100), yes/no as 1/0, hours and minutes as real,
                                 -- words and dates as text. NULL: no longer recorded
    CHECK (value < x''),         -- never a blob: every other value sorts before the empty one
  hash   BLOB    NOT NULL,       -- XXH3-128 of all the above; `twinge verify` compares it
  PRIMARY KEY (kind, day, entry, field, hlc, device)
) STRICT, WITHOUT ROWID;

-- What stands now: the newest fact of each field, where that is not NULL. Of a deleted entry
-- the newest fact of every field is NULL.
CREATE VIEW current AS
SELECT date(f.day * 86400, 'unixepoch') AS day, f.kind, f.entry, f.field, f.value
FROM fact AS f
WHERE f.value IS NOT NULL
  AND substr(f.field, 1, 1) <> '.'
  AND NOT EXISTS (SELECT 1 FROM fact AS n
                  WHERE n.kind = f.kind AND n.day = f.day AND n.entry = f.entry AND n.field = f.field
                    AND (n.hlc, n.device) > (f.hlc, f.device));

-- Pain scores, 0.0–10.0; NULL: not recorded. One row a reading; worst, average, night and
-- morning are of a day and place.
CREATE VIEW pain AS
SELECT day,
       max(value) FILTER (WHERE field = 'time')           AS time,
       max(value) FILTER (WHERE field = 'site')           AS site,
       max(value) FILTER (WHERE field = 'side')           AS side,
       max(value) FILTER (WHERE field = 'now') / 10.0     AS now,
       max(value) FILTER (WHERE field = 'worst') / 10.0   AS worst,
       max(value) FILTER (WHERE field = 'average') / 10.0 AS average,
       max(value) FILTER (WHERE field = 'night') / 10.0   AS night,
       max(value) FILTER (WHERE field = 'morning') / 10.0 AS morning,
       max(value) FILTER (WHERE field = 'quality')        AS quality,
       lower(hex(entry))                                  AS entry
FROM current WHERE kind = 'pain' GROUP BY day, entry
HAVING count(*) FILTER (WHERE field IN ('now', 'worst', 'average', 'night', 'morning')) > 0;

-- A day's habits; NULL: not recorded. Scores 0.0–10.0, hours, kilograms, degrees Celsius.
CREATE VIEW day AS
SELECT day,
       max(value) FILTER (WHERE field = 'sleep_position')       AS sleep_position,
       max(value) FILTER (WHERE field = 'sleep_surface')        AS sleep_surface,
       max(value) FILTER (WHERE field = 'sleep_hours')          AS sleep_hours,
       max(value) FILTER (WHERE field = 'sleep_quality') / 10.0 AS sleep_quality,
       max(value) FILTER (WHERE field = 'woken')                AS woken,
       max(value) FILTER (WHERE field = 'sitting_hours')        AS sitting_hours,
       max(value) FILTER (WHERE field = 'screen_hours')         AS screen_hours,
       max(value) FILTER (WHERE field = 'breaks')               AS breaks,
       max(value) FILTER (WHERE field = 'posture')              AS posture,
       max(value) FILTER (WHERE field = 'stress') / 10.0        AS stress,
       max(value) FILTER (WHERE field = 'interference') / 10.0  AS interference,
       max(value) FILTER (WHERE field = 'lifting')              AS lifting,
       max(value) FILTER (WHERE field = 'backpack')             AS backpack,
       max(value) FILTER (WHERE field = 'repetitive')           AS repetitive,
       max(value) FILTER (WHERE field = 'glasses')              AS glasses,
       max(value) FILTER (WHERE field = 'ate_well')             AS ate_well,
       max(value) FILTER (WHERE field = 'pattern')              AS pattern,
       max(value) FILTER (WHERE field = 'after_rest')           AS after_rest,
       max(value) FILTER (WHERE field = 'weight_kg')            AS weight_kg,
       max(value) FILTER (WHERE field = 'temperature_c')        AS temperature_c,
       max(value) FILTER (WHERE field = 'note')                 AS note
FROM current WHERE kind = 'day' GROUP BY day;

-- Own habits and activities, one row a day and habit; yes/no as 1/0, amounts and scores as they
-- are; of activities 0 is unable and 10 is as before the pain.
CREATE VIEW own_habit AS
SELECT day, substr(field, 7) AS habit, value
FROM current WHERE kind = 'day' AND field LIKE 'habit:%';

-- Exercises; minutes, sets, reps, seconds held. done 0: said not to be done; else it was done.
CREATE VIEW exercise AS
SELECT day,
       max(value) FILTER (WHERE field = 'time')         AS time,
       max(value) FILTER (WHERE field = 'exercise')     AS exercise,
       coalesce(max(value) FILTER (WHERE field = 'done'), 1) AS done,
       max(value) FILTER (WHERE field = 'minutes')      AS minutes,
       max(value) FILTER (WHERE field = 'sets')         AS sets,
       max(value) FILTER (WHERE field = 'reps')         AS reps,
       max(value) FILTER (WHERE field = 'hold_seconds') AS hold_seconds,
       max(value) FILTER (WHERE field = 'note')         AS note,
       lower(hex(entry))                                AS entry
FROM current WHERE kind = 'exercise' GROUP BY day, entry
HAVING count(*) FILTER (WHERE field = 'exercise') > 0;

-- Treatments and medicines; name and amount as the person wrote them.
CREATE VIEW treatment AS
SELECT day,
       max(value) FILTER (WHERE field = 'time')      AS time,
       max(value) FILTER (WHERE field = 'treatment') AS treatment,
       max(value) FILTER (WHERE field = 'name')      AS name,
       max(value) FILTER (WHERE field = 'amount')    AS amount,
       max(value) FILTER (WHERE field = 'minutes')   AS minutes,
       max(value) FILTER (WHERE field = 'helped')    AS helped,
       max(value) FILTER (WHERE field = 'note')      AS note,
       lower(hex(entry))                             AS entry
FROM current WHERE kind = 'treatment' GROUP BY day, entry
HAVING count(*) FILTER (WHERE field = 'treatment') > 0;

-- Warning signs; present 0: asked, and not there. No row: not asked.
CREATE VIEW symptom AS
SELECT day,
       max(value) FILTER (WHERE field = 'time')    AS time,
       max(value) FILTER (WHERE field = 'symptom') AS symptom,
       max(value) FILTER (WHERE field = 'present') AS present,
       max(value) FILTER (WHERE field = 'note')    AS note,
       lower(hex(entry))                           AS entry
FROM current WHERE kind = 'symptom' GROUP BY day, entry
HAVING count(*) FILTER (WHERE field = 'present') > 0;

-- Dated things that happened.
CREATE VIEW event AS
SELECT day,
       max(value) FILTER (WHERE field = 'time')     AS time,
       max(value) FILTER (WHERE field = 'event')    AS event,
       max(value) FILTER (WHERE field = 'text')     AS text,
       max(value) FILTER (WHERE field = 'examined') AS examined,
       lower(hex(entry))                            AS entry
FROM current WHERE kind = 'event' GROUP BY day, entry
HAVING count(*) FILTER (WHERE field = 'event') > 0;

-- Notes of the day.
CREATE VIEW note AS
SELECT day, time, text, entry FROM event WHERE event = 'note';

-- The weekly questions; PEG items 0.0–10.0 and their mean (NULL unless all three are there).
CREATE VIEW questionnaire AS
SELECT day,
       max(value) FILTER (WHERE field = 'peg_pain') / 10.0      AS peg_pain,
       max(value) FILTER (WHERE field = 'peg_enjoyment') / 10.0 AS peg_enjoyment,
       max(value) FILTER (WHERE field = 'peg_activity') / 10.0  AS peg_activity,
       CASE count(*) FILTER (WHERE field LIKE 'peg%')
         WHEN 3 THEN sum(value) FILTER (WHERE field LIKE 'peg%') / 30.0 END AS peg,
       max(value) FILTER (WHERE field = 'change')               AS change
FROM current WHERE kind = 'questionnaire' GROUP BY day;

-- What the program told of warning signs, and what was said to it; told NULL: only answered.
CREATE VIEW notice AS
SELECT day,
       max(value) FILTER (WHERE field = 'rule')         AS rule,
       max(value) FILTER (WHERE field = 'rule_version') AS rule_version,
       max(value) FILTER (WHERE field = 'told')         AS told,
       max(value) FILTER (WHERE field = 'reply')        AS reply,
       max(value) FILTER (WHERE field = 'replied')      AS replied,
       max(value) FILTER (WHERE field = 'seen')         AS seen,
       lower(hex(entry))                                AS entry
FROM current WHERE kind = 'notice' GROUP BY day, entry
HAVING count(*) FILTER (WHERE field = 'rule') > 0;

-- When all habits were looked at (looked 1, habit NULL), and what was then claimed of which.
CREATE VIEW insight AS
SELECT day,
       max(value) FILTER (WHERE field = 'looked') AS looked,
       max(value) FILTER (WHERE field = 'habit')  AS habit,
       max(value) FILTER (WHERE field = 'said')   AS said,
       max(value) FILTER (WHERE field = 'q')      AS q,
       lower(hex(entry))                          AS entry
FROM current WHERE kind = 'insight' GROUP BY day, entry
HAVING count(*) FILTER (WHERE field IN ('looked', 'habit')) > 0;

-- Experiments on oneself: what is compared, and the schedule, drawn on `day`: a letter
-- for each day from `first_day` on.
CREATE VIEW experiment AS
SELECT day,
       max(value) FILTER (WHERE field = 'experiment')   AS experiment,
       max(value) FILTER (WHERE field = 'question')     AS question,
       max(value) FILTER (WHERE field = 'arm_a')        AS arm_a,
       max(value) FILTER (WHERE field = 'arm_b')        AS arm_b,
       max(value) FILTER (WHERE field = 'done_by')      AS done_by,
       max(value) FILTER (WHERE field = 'made_habit')   AS made_habit,
       max(value) FILTER (WHERE field = 'outcome')      AS outcome,
       max(value) FILTER (WHERE field = 'lag_days')     AS lag_days,
       max(value) FILTER (WHERE field = 'period_days')  AS period_days,
       max(value) FILTER (WHERE field = 'pairs')        AS pairs,
       max(value) FILTER (WHERE field = 'washout_days') AS washout_days,
       max(value) FILTER (WHERE field = 'statistic')    AS statistic,
       max(value) FILTER (WHERE field = 'seed')         AS seed,
       max(value) FILTER (WHERE field = 'drawn_by')     AS drawn_by,
       max(value) FILTER (WHERE field = 'first_day')    AS first_day,
       max(value) FILTER (WHERE field = 'schedule')     AS schedule,
       max(value) FILTER (WHERE field = 'stopped')      AS stopped,
       max(value) FILTER (WHERE field = 'why_stopped')  AS why_stopped,
       lower(hex(entry))                                AS entry
FROM current WHERE kind = 'experiment' GROUP BY day, entry
HAVING count(*) FILTER (WHERE field = 'experiment') > 0;
