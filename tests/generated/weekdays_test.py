# SPDX-License-Identifier: Apache-2.0
"""Sets every date from 1900 to 2100 beside its weekday, right and wrong, in ten forms.

    FIGCHECK_PROGRAM=build/release/figcheck python3 tests/generated/weekdays_test.py

Each date stands in each form once with its weekday and once with another, in plain lines and inside a sentence that is put
together from shuffled parts. Every right date must pass and every wrong one must be flagged. Weekdays are Python's. Many dates
make an article, so that the whole calendar is read in one process; the days of the year are spread over the forms, and
FIGCHECK_EVERY_DAY=1 gives every day to every form.
"""

import datetime
import json
import os
import random
import subprocess
import sys

PROGRAM = os.path.abspath(os.environ.get("FIGCHECK_PROGRAM", "build/release/figcheck"))
EVERY = bool(os.environ.get("FIGCHECK_EVERY_DAY"))
FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
PER_ARTICLE = 40
MONTHS = ("January February March April May June July August September October November December").split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def ordinal(day):
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


FORMS = [
    lambda d, w: f"{w}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d, w: f"{w} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d, w: f"{w}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d, w: f"{w}, {SHORT[d.month - 1]} {d.day}, {d.year}",
    lambda d, w: f"{w} the {ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d, w: f"{w}, {d.isoformat()}",
    lambda d, w: f"{w} {d.day:02}.{d.month:02}.{d.year}",
    lambda d, w: f"{MONTHS[d.month - 1]} {d.day}, {d.year}, a {w}",
    lambda d, w: f"{d.day} {MONTHS[d.month - 1]} {d.year} ({w})",
    lambda d, w: f"{w} ({MONTHS[d.month - 1]} {d.day}, {d.year})",
]

BEFORE = ["The orchard was sold on", "Nobody saw the heron on", "Rain fell again on", "The mill wheel stood still on",
          "Her letter is dated", "The council met on", "They shut the lock on"]
BEHIND = ["for want of oats", "as the ledger says", "and the ferry waited", "while the bells rang", "after a long dispute",
          "in front of the whole village"]


def plain(form, day, weekday, rng):
    return f"The entry is of {form(day, weekday)}."


def prose(form, day, weekday, rng):
    date = form(day, weekday)
    parts = [rng.choice(BEHIND), rng.choice(BEHIND)]
    shape = rng.randrange(3)
    if shape == 0:
        return f"{rng.choice(BEFORE)} {date} {parts[0]}."
    if shape == 1:
        return f"On {date}, {parts[0]}, nobody rang the bell."
    return f"{rng.choice(BEFORE)} {date}, {parts[0]}; {parts[1]} it was forgotten."


def other_weekday(day, rng):
    """A weekday on which neither the date falls nor, where both parts may be a month, the one with them exchanged."""
    right = {day.weekday()}
    if day.day <= 12:
        right.add(datetime.date(day.year, day.day, day.month).weekday())
    return WEEKDAYS[rng.choice([number for number in range(7) if number not in right])]


def sentences(rng):
    """(right or not, form, text) of each date and form."""
    day, number = FIRST, 0
    while day <= LAST:
        for index, form in enumerate(FORMS):
            if EVERY or (number + index) % len(FORMS) == 0:
                right = WEEKDAYS[day.weekday()]
                wrong = other_weekday(day, rng)
                style = plain if (number // len(FORMS)) % 2 else prose
                yield True, index, style(form, day, right, rng)
                yield False, index, style(form, day, wrong, rng)
        day += datetime.timedelta(days=1)
        number += 1


def main():
    lines, kept, batch = [], [], []
    for one in sentences(random.Random(11)):
        batch.append(one)
        if len(batch) == PER_ARTICLE:
            kept.append(batch)
            batch = []
    if batch:
        kept.append(batch)
    for number, batch in enumerate(kept):
        lines.append({"id": str(number), "text": "\n\n".join(text for _, _, text in batch) + "\n"})
    done = subprocess.run([PROGRAM, "check", "--input", "jsonl", "--format", "jsonl", "-"],
                          input="".join(json.dumps(line) + "\n" for line in lines).encode(), capture_output=True)
    failures, total = [], 0
    for answer in map(json.loads, done.stdout.decode().splitlines()):
        batch, at = kept[int(answer["id"])], 0
        found = [f for f in answer.get("findings", []) if f["level"] in ("error", "warning")]
        for right, form, text in batch:
            end = at + len(text)
            hits = [f["message"] for f in found if at <= f["start"] < end]
            total += 1
            if bool(hits) == right:
                failures.append((right, form, text, hits))
            at = end + 2
    print(f"{total} dates, {len(failures)} judged wrongly")
    for right, form, text, hits in failures[:30]:
        print(f"  {'right' if right else 'wrong'} form {form}: {text} {hits}")
    return 1 if failures or total < 140000 else 0


if __name__ == "__main__":
    sys.exit(main())
