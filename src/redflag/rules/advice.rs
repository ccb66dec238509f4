//! The fixed words of advice, by urgency: what was recorded, what public guidance says, and
//! that this journal cannot judge.

/// After what was recorded: to get help now.
macro_rules! emergency {
    ($said:literal) => {
        concat!(
            $said,
            " Public guidance for this is to call 112 (or your local emergency number) or go to \
             an emergency department now. This journal cannot judge how serious it is."
        )
    };
}

/// After what was recorded: to ask for an appointment today; `$more` stands at the end.
macro_rules! urgent {
    ($said:literal) => {
        urgent!($said, "")
    };
    ($said:literal, $more:literal) => {
        concat!(
            $said,
            " Public guidance says to ask for an urgent appointment today, or to call a medical \
             advice line (111 in the United Kingdom), with this. Most people who record this do \
             not turn out to have a serious cause; clinicians still want to know. This journal \
             cannot judge how serious it is.",
            $more
        )
    };
}

/// After what was recorded: to see a doctor; `$more` stands at the end.
macro_rules! soon {
    ($said:literal) => {
        soon!($said, "")
    };
    ($said:literal, $more:literal) => {
        concat!(
            $said,
            " Public guidance suggests seeing a doctor about this. Most people who record this do \
             not turn out to have a serious cause; clinicians still want to know.",
            $more
        )
    };
}

/// After what was recorded: to speak of it at the next visit.
macro_rules! discuss {
    ($said:literal) => {
        concat!($said, " It goes on your report, for the next visit.")
    };
}

pub(super) use {discuss, emergency, soon, urgent};
