#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes rules/vocabulary/en/nouns_wordnet.yaml: nouns by what they count, from WordNet.

Run by hand when the package changes; the build only reads the result. Needs Debian's wordnet-base
(WordNet 3.0, by Princeton University, under the WordNet 3.0 licence), or its files in --wordnet,
a list of the words that are no rarities, Debian's wamerican-small, or --words, and the Python
package snowballstemmer, whose stems are the engine's.

A noun is of a class when most of its uses are: WordNet says how often each sense of a word was met
in tagged texts, and words that are as often verbs or adjectives ("second", "sail") are left out.
Nouns are compared by their stems, so those whose stem another word has ("performer", "performance")
are left out too. What nouns.yaml has is left to it.
"""

import argparse
import collections
import pathlib
import re
import textwrap

import snowballstemmer

HERE = pathlib.Path(__file__).resolve().parent
WORDS = HERE.parent / "rules" / "vocabulary" / "en"

# Classes by their first senses' words in WordNet; of two that a noun is in, the nearer one counts.
ROOTS = {
    "person": ["person"],
    "animal": ["animal"],
    "tree": ["tree", "shrub"],
    "vehicle": ["wheeled_vehicle", "sled", "tracked_vehicle"],
    "aircraft": ["aircraft"],
    "vessel": ["vessel#2"],
    "building": ["building", "dwelling", "housing", "mercantile_establishment", "place_of_business",
                 "institution#2", "place_of_worship"],
    "weapon": ["weapon", "ammunition"],
    "garment": ["clothing", "footwear"],
    "furniture": ["furniture"],
    "musical-instrument": ["musical_instrument"],
    "receptacle": ["bag", "box", "bottle", "basket", "barrel#2"],
    "publication": ["publication", "book"],
    "food": ["food#2", "produce", "baked_goods"],
}
NONE = {"lager", "queen", "charger", "magnum", "outlet", "ant", "gig", "ring", "shook", "periodical",
        "conductor", "carriage", "charlatan", "uniform", "windfall", "primate", "pitcher", "monarch", "mankind",
        "creature", "nobody", "somebody", "someone", "sir", "shell", "embodiment", "protector", "progeny",
        "specifier", "mustang", "jaguar", "viper", "puma", "cobra", "falcon", "camp", "garage"}
LEAST_SHARE = 0.7  # Of a noun's tagged uses, in the class.
MOST_LETTERS = 14


def read_senses(folder):
    """Returns {lemma: [offset of each sense]} and, by offset, hypernyms and words."""
    senses = {}
    for line in open(folder / "index.noun", encoding="latin-1"):
        if line.startswith(" "):
            continue
        field = line.split()
        senses[field[0]] = field[-int(field[2]):]
    above = {}
    names = {}
    for line in open(folder / "data.noun", encoding="latin-1"):
        if line.startswith(" "):
            continue
        field = line.split(" | ")[0].split()
        words = int(field[3], 16)
        names[field[0]] = {field[4 + 2 * i] for i in range(words)}
        at = 4 + 2 * words
        pointers = field[at + 1:at + 1 + 4 * int(field[at])]
        above[field[0]] = [pointers[i + 1] for i in range(0, len(pointers), 4)
                           if pointers[i] == "@"]
    return senses, above, names


def read_counts(folder):
    """Returns {(lemma, part of speech, sense number): tagged uses}."""
    counts = collections.Counter()
    for line in open(folder / "cntlist.rev", encoding="latin-1"):
        key, sense, count = line.split()
        lemma, rest = key.split("%")
        part = {"1": "noun", "2": "verb", "3": "adj", "5": "adj", "4": "adv"}[rest[0]]
        counts[lemma, part, int(sense)] = int(count)
    return counts


def read_lemmas(folder, name):
    return {line.split()[0] for line in open(folder / name, encoding="latin-1")
            if not line.startswith(" ")}


def class_finder(senses, above):
    roots = {}
    for name, words in ROOTS.items():
        for word in words:
            lemma, _, number = word.partition("#")
            roots[senses[lemma][int(number or 1) - 1]] = name

    def find(offset):
        level = [offset]
        for _ in range(20):
            found = {roots[one] for one in level if one in roots}
            if found:
                return sorted(found)[0]
            level = sorted({up for one in level for up in above[one]})
        return None
    return find


def known_words():
    """The words that nouns.yaml has."""
    text = (WORDS / "nouns.yaml").read_text(encoding="utf-8")
    return set(re.findall(r"[a-z][a-z' -]*[a-z]", re.sub(r"#.*", "", text)))


def forms_of(noun, plurals):
    forms = {noun, noun + "s", noun + "es", *plurals[noun]}
    if noun.endswith("y"):
        forms.add(noun[:-1] + "ies")
    return forms


def is_regular(singular, plural):
    if plural == singular or plural in (singular + "s", singular + "es"):
        return True
    return singular.endswith("y") and plural == singular[:-1] + "ies"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    parser.add_argument("--words", type=pathlib.Path,
                        default=pathlib.Path("/usr/share/dict/american-english-small"))
    arguments = parser.parse_args()
    folder = arguments.wordnet
    common = set(arguments.words.read_text(encoding="utf-8").split())
    senses, above, names = read_senses(folder)
    counts = read_counts(folder)
    adjectives = read_lemmas(folder, "index.adj") | read_lemmas(folder, "index.adv")
    others = read_lemmas(folder, "index.verb") | adjectives
    find = class_finder(senses, above)
    known = known_words()
    forms = read_lemmas(folder, "verb.exc") | read_lemmas(folder, "adj.exc")
    plurals = collections.defaultdict(list)
    for line in open(folder / "noun.exc", encoding="latin-1"):
        plural, *singulars = line.split()
        for singular in singulars:
            if not is_regular(singular, plural):
                plurals[singular].append(plural)

    stem = snowballstemmer.stemmer("english").stemWord
    same_stem = collections.defaultdict(set)
    for word in common:
        if word.isalpha() and word.islower():
            same_stem[stem(word)].add(word)

    classes = collections.defaultdict(set)
    for lemma, offsets in senses.items():
        if not re.fullmatch(r"[a-z]{3,%d}" % MOST_LETTERS, lemma) or lemma in known:
            continue
        if not any(lemma in names[offset] for offset in offsets):
            continue  # Only with a capital.
        if lemma in NONE or lemma in forms or (lemma.endswith("s") and lemma[:-1] in senses):
            continue
        if lemma.endswith("ed") or (lemma.endswith("er") and {lemma[:-1], lemma[:-2]} & adjectives):
            continue
        uses = collections.Counter()
        for number, offset in enumerate(offsets, 1):
            uses[find(offset)] += counts[lemma, "noun", number]
        total = sum(uses.values())
        first = find(offsets[0])
        if first is None:
            continue
        elsewhere = sum(counts[lemma, part, n] for part in ("verb", "adj", "adv")
                        for n in range(1, 40))
        if total:
            if uses[first] < LEAST_SHARE * total or elsewhere > uses[first] / 2:
                continue
        else:
            # Never met: only words with one sense, and of no other part of speech.
            if len(offsets) > 1 or lemma in others:
                continue
        if lemma not in common:
            continue
        if same_stem[stem(lemma)] - forms_of(lemma, plurals):
            continue
        classes[first].add(lemma)
        classes[first].update(plurals[lemma])

    with open(WORDS / "nouns_wordnet.yaml", "w", encoding="utf-8") as out:
        out.write("# Made by script/make_nouns.py from WordNet 3.0, (c) 2006 Princeton University, "
                  "WordNet 3.0 licence.\n# Do not edit: nouns.yaml goes before.\n"
                  "vocabulary: en\n\nnouns:\n")
        for name in ROOTS:
            if not classes[name]:
                continue
            out.write(f"  {name}: >-\n")
            out.write(textwrap.fill(" ".join(sorted(classes[name])), 118, initial_indent="    ",
                                    subsequent_indent="    ", break_on_hyphens=False) + "\n")
            print(name, len(classes[name]))


if __name__ == "__main__":
    main()
