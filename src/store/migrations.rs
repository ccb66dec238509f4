//! The steps from each version of the file to the next. A released step is never edited; what it
//! makes is what `schema.sql` of its version says.

/// One step from the version before to `to`.
pub(super) struct Migration {
    /// The version it makes.
    pub(super) to: i32,
    /// What it runs.
    pub(super) sql: &'static str,
    /// The tables and views that it makes.
    pub(super) makes: &'static [&'static str],
}

/// All steps, in order. Version 1 is the first.
pub(super) const MIGRATIONS: &[Migration] = &[
    Migration { to: 2, sql: TO_2, makes: &["questionnaire", "notice"] },
    Migration { to: 3, sql: TO_3, makes: &["insight", "experiment"] },
];

/// The oldest version that can be read as it is, so that reading need not walk it up: its facts
/// are those of today, whatever views it has.
pub(super) const READABLE_FROM: i32 = 1;

/// The weekly questions and the notices get views of their own.
const TO_2: &str =
    "-- The weekly questions; PEG items 0.0–10.0 and their mean (NULL unless all three are there).
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
";

/// What was claimed of habits, and experiments, get views of their own.
const TO_3: &str =
    "-- When all habits were looked at (looked 1, habit NULL), and what was then claimed of which.
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
";
