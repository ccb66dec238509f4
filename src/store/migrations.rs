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
    Migration { to: 3, sql: TO_3, makes: &["insight"] },
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

/// What was claimed of habits gets a view of its own.
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
";
