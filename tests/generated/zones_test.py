# SPDX-License-Identifier: Apache-2.0
"""Sets pairs of local time and GMT for every zone of the gazetteer beside what the program says.

    FIGCHECK_PROGRAM=build/release/figcheck python3 tests/generated/zones_test.py

Each zone is named by a place that has this zone alone, on 40 days since 1970: the days beside changes of
its offset first, then others. Every right pair must pass, and every pair that is wrong by a quarter of
an hour or more must be flagged. Offsets are Python's reading of the system's tzdata, so that the engine is held against a
second reader.
"""

import datetime
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import zoneinfo

PROGRAM = os.path.abspath(os.environ.get("FIGCHECK_PROGRAM", "build/release/figcheck"))
ROOT = pathlib.Path(__file__).resolve().parents[2]
DAYS = int(os.environ.get("FIGCHECK_ZONE_DAYS", "40"))
FIRST, LAST = datetime.date(1970, 1, 2), datetime.date(2025, 12, 30)
WRONG_BY = [-360 - 45, -360, -60, -30, -15, 15, 30, 45, 60, 120, 345]
MONTHS = ("January February March April May June July August September October November December").split()


def entries():
    """The places of the gazetteer: each as the text of its line."""
    for name in ("countries", "cities", "subdivisions", "regions"):
        path = ROOT / "rules/vocabulary/en/places" / (name + ".yaml")
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("- {name: "):
                yield line


def field(line, key):
    found = re.search(r"[{ ]" + key + r': (\[[^]]*\]|"[^"]*"|[^,}]*)', line)
    return found.group(1).strip('"') if found else None


def listed(text):
    return [] if not text else [part.strip().strip('"') for part in text.strip("[]").split(",")]


def places():
    """A place for each zone: one that has no other zone, is no common word, and is easy to read."""
    zones_of, lines, names = {}, list(entries()), {}
    for line in lines:
        name = field(line, "name")
        names[name] = names.get(name, 0) + 1
        if field(line, "zones") and not listed(field(line, "minor")):
            country = field(line, "country")
            if country and country not in zones_of and lines.index(line) < 600:
                zones_of[country] = listed(field(line, "zones"))
    chosen = {}
    for line in lines:
        name = field(line, "name")
        zones = listed(field(line, "zones")) or zones_of.get(field(line, "country"), [])
        if (len(zones) != 1 or names[name] > 1 or field(line, "minor") or field(line, "ambiguous")
                or field(line, "of") or field(line, "kind") == "demonym"
                or not re.fullmatch(r"[A-Z][a-z]+( [A-Z][a-z]+)?", name)):
            continue
        chosen.setdefault(zones[0], name)
    return chosen


def offset(zone, day, minutes):
    when = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.timezone.utc)
    when += datetime.timedelta(minutes=minutes)
    return when.astimezone(zone).utcoffset()


def days_of(zone, rng):
    """Days beside the changes of the offset, as many as are wanted, then any others."""
    beside, day, last = [], FIRST, None
    while day <= LAST:
        now = offset(zone, day, 0)
        if last is not None and now != last:
            low, high = day - datetime.timedelta(days=14), day
            while (high - low).days > 1:
                middle = low + (high - low) // 2
                low, high = (middle, high) if offset(zone, middle, 0) == last else (low, middle)
            beside += [low - datetime.timedelta(days=1), high + datetime.timedelta(days=1)]
        last = now
        day += datetime.timedelta(days=14)
    rng.shuffle(beside)
    chosen = beside[: DAYS * 3 // 4]
    while len(chosen) < DAYS:
        chosen.append(FIRST + datetime.timedelta(days=rng.randrange((LAST - FIRST).days)))
    return chosen


def clock(minutes):
    minutes %= 24 * 60
    return f"{minutes // 60:02}.{minutes % 60:02}"


def article(place, day, local, gmt):
    when = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"In {place} on {when} the broadcast began at {clock(local)} local time ({clock(gmt)} GMT).\n"


def records(rng):
    for name, place in sorted(places().items()):
        try:
            zone = zoneinfo.ZoneInfo(name)
        except zoneinfo.ZoneInfoNotFoundError:
            continue
        for number, day in enumerate(days_of(zone, rng)):
            # Noon GMT and after: the offset of the day's changes, at night, is behind it.
            gmt = rng.randrange(10 * 60, 14 * 60, 5)
            shift = offset(zone, day, gmt).total_seconds() / 60
            # The day that the sentence names is the local one.
            if not 0 <= gmt + shift < 24 * 60:
                gmt = 11 * 60
            if not 0 <= gmt + shift < 24 * 60:
                continue
            # The engine's offsets are whole minutes; Liberia's was not until 1972.
            if shift != int(shift):
                continue
            local = int(gmt + shift)
            wrong = rng.choice(WRONG_BY)
            yield {"id": f"{name} {number} right", "text": article(place, day, local, gmt)}
            yield {"id": f"{name} {number} wrong by {wrong}", "text": article(place, day, local, gmt + wrong)}


def main():
    lines = list(records(random.Random(7)))
    done = subprocess.run([PROGRAM, "check", "--input", "jsonl", "--format", "jsonl", "-"],
                          input="".join(json.dumps(line) + "\n" for line in lines).encode(),
                          capture_output=True)
    answers = {answer["id"]: answer for answer in map(json.loads, done.stdout.decode().splitlines())}
    failures = []
    for line in lines:
        found = [f for f in answers[line["id"]].get("findings", []) if f["level"] in ("error", "warning")]
        if bool(found) == line["id"].endswith("right"):
            failures.append((line, [f["message"] for f in found]))
    zones = len({line["id"].split()[0] for line in lines})
    print(f"{zones} zones, {len(lines)} pairs, {len(failures)} judged wrongly")
    for line, messages in failures[:40]:
        print(f"  {line['id']}: {line['text'].strip()} {messages}")
    return 1 if failures or zones < 150 else 0


if __name__ == "__main__":
    sys.exit(main())
