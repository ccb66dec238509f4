#!/usr/bin/env python3
"""Writes a made-up journal as wide CSV, the same bytes for the same arguments.

usage: gen.py YEARS > journal.csv

One row a day, YEARS * 365.25 days up to 2025-12-31. Every tenth night score and every
fifteenth pain score is left empty, every ninth day has a note.
"""

import datetime
import sys

LAST = datetime.date(2025, 12, 31)
HEADER = (
    "date,pain,night,sitting_hours,sleep_position,"
    "exercise:neck-tilt,exercise:walk,exercise:yoga,note"
)
POSITIONS = ["back", "side", "side", "front", "mixed"]
NOTES = [
    "long drive",
    "moved the desk, screen higher now",
    "new pillow",
    "helped a friend move, carried boxes",
    "slept badly",
]


class Chance:
    """A linear congruential generator (Knuth's MMIX constants): no library, no change."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        """A number from 0 to n - 1."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def bounded(score):
    return max(0, min(10, score))


def yes_no(done):
    return "yes" if done else "no"


def rows(n_days):
    chance = Chance(1)
    level = 50  # tenths, walks slowly between 1.5 and 7
    first = LAST - datetime.timedelta(days=n_days - 1)
    for n in range(n_days):
        level = max(15, min(70, level + chance.below(7) - 3))
        pain = bounded((level + chance.below(31) - 15 + 5) // 10)
        night = bounded(pain + chance.below(4) - 2)
        sitting = chance.below(19) / 2
        position = POSITIONS[chance.below(len(POSITIONS))]
        did = [yes_no(chance.below(3) < k) for k in (2, 1, 1)]
        note = NOTES[chance.below(len(NOTES))]
        yield ",".join(
            [
                (first + datetime.timedelta(days=n)).isoformat(),
                "" if chance.below(15) == 0 else str(pain),
                "" if chance.below(10) == 0 else str(night),
                f"{sitting:g}",
                position,
                *did,
                f'"{note}"' if chance.below(9) == 0 else "",
            ]
        )


def main():
    years = int(sys.argv[1])
    print(HEADER)
    for row in rows(int(years * 365.25)):
        print(row)


main()
