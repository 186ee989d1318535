#!/usr/bin/env python3
"""Writes common/regex/unicode_tables.cc from the Unicode Character Database.

  common/gen/unicode_tables.py [DIR]            write the tables
  common/gen/unicode_tables.py --check [DIR]    fail if they are not current

DIR is laid out as /usr/share/unicode, the default, of Debian's unicode-data.
The tables follow Unicode 16.0, ripgrep's version; Debian 12 has 15.0, but the
package unicode-data 16.0 of later releases can be unpacked anywhere.  --check
exits with 77, which ctest counts as skipped, if DIR has another version than
the tables or does not exist.

Every property value becomes a set of ranges without surrogates; equal sets are
stored once.  Names are stored in the loose form of UAX #44, LM3.
"""

import collections
import pathlib
import sys

OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "regex" / "unicode_tables.cc"
NO_SET = "kNoRangeSet"
WORD = r"\w"  # Stands among the binary properties without being one.
SURROGATES = range(0xD800, 0xE000)
# Long property name in PropertyAliases.txt -> UnicodeProperty.
ENUMERATED = {
    "Age": "Age",
    "General_Category": "GeneralCategory",
    "Grapheme_Cluster_Break": "GraphemeClusterBreak",
    "Script": "Script",
    "Script_Extensions": "ScriptExtensions",
    "Sentence_Break": "SentenceBreak",
    "Word_Break": "WordBreak",
}
# The categories that are unions of others.
GROUPS = {
    "C": ["Cc", "Cf", "Cn", "Co"],
    "L": ["Lu", "Ll", "Lt", "Lm", "Lo"],
    "LC": ["Lu", "Ll", "Lt"],
    "M": ["Mn", "Mc", "Me"],
    "N": ["Nd", "Nl", "No"],
    "P": ["Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"],
    "S": ["Sm", "Sc", "Sk", "So"],
    "Z": ["Zs", "Zl", "Zp"],
}


class Database:
    """The directory of the data files."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)

    def version(self):
        """As the first line of every file has it: `# PropList-16.0.0.txt`."""
        path = self.directory / "PropList.txt"
        if not path.exists():
            return None
        return path.read_text(encoding="utf-8").split("-")[1].split(".txt")[0]

    def rows(self, name):
        """The fields of each line of a data file."""
        for line in (self.directory / name).read_text(encoding="utf-8").splitlines():
            line = line.split("#")[0].strip()
            if line:
                yield [field.strip() for field in line.split(";")]

    def values(self, *names):
        """Value name -> set of code points, for files of `range ; value`."""
        values = collections.defaultdict(set)
        for name in names:
            for fields in self.rows(name):
                values[fields[1]].update(code_points(fields[0]))
        return values


def code_points(field):
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def loose(name):
    """UAX44-LM3, with the exception that keeps `isc` from becoming `c`."""
    lower = name.lower()
    short = lower[2:] if lower.startswith("is") else lower
    short = "".join(c for c in short if c not in " _-")
    return "isc" if lower.startswith("is") and short == "c" else short


def to_ranges(members):
    ranges = []
    for value in sorted(members.difference(SURROGATES)):
        if ranges and ranges[-1][1] == value - 1:
            ranges[-1][1] = value
        else:
            ranges.append([value, value])
    return tuple(tuple(pair) for pair in ranges)


def read_script_extensions(data, scripts, short_to_long):
    extensions = {long: set(members) for long, members in scripts.items()}
    listed = {}
    for fields in data.rows("ScriptExtensions.txt"):
        for value in code_points(fields[0]):
            listed[value] = [short_to_long[short] for short in fields[1].split()]
    for members in extensions.values():
        members.difference_update(listed)
    for value, names in listed.items():
        for name in names:
            extensions[name].add(value)
    return extensions


def read_categories(data):
    categories = data.values("extracted/DerivedGeneralCategory.txt")
    categories.pop("Cs")
    for group, parts in GROUPS.items():
        categories[group] = set().union(*(categories[part] for part in parts))
    return categories


class Sets:
    """The distinct sets and the one array that holds their ranges."""

    def __init__(self):
        self.index = {}
        self.rows = []
        self.ranges = []

    def add(self, members):
        if not members:
            return NO_SET
        ranges = to_ranges(members)
        if ranges not in self.index:
            self.index[ranges] = len(self.rows)
            self.rows.append((len(self.ranges), len(ranges)))
            self.ranges.extend(ranges)
        return self.index[ranges]

    def append(self, members):
        """Like add(), but always at the end: for sets that must be neighbours."""
        ranges = to_ranges(members)
        self.rows.append((len(self.ranges), len(ranges)))
        self.ranges.extend(ranges)
        return len(self.rows) - 1


def collect_sets(data):
    """(sets, {property: {value name: set}}, {binary property: set})"""
    sets = Sets()
    aliases = list(data.rows("PropertyValueAliases.txt"))
    long_script = {row[1]: row[2] for row in aliases if row[0] == "sc"}
    scripts = data.values("Scripts.txt")
    ages = data.values("DerivedAge.txt")
    by_age = sorted(ages, key=lambda age: [int(part) for part in age.split(".")])
    values = {"Age": {age: sets.append(ages[age]) for age in by_age}}
    sources = {
        "GeneralCategory": read_categories(data),
        "Script": scripts,
        "ScriptExtensions": read_script_extensions(data, scripts, long_script),
        "GraphemeClusterBreak": data.values("auxiliary/GraphemeBreakProperty.txt"),
        "WordBreak": data.values("auxiliary/WordBreakProperty.txt"),
        "SentenceBreak": data.values("auxiliary/SentenceBreakProperty.txt"),
    }
    for name, source in sources.items():
        values[name] = {value: sets.add(source[value]) for value in sorted(source)}
    binary = data.values(
        "PropList.txt",
        "DerivedCoreProperties.txt",
        "emoji/emoji-data.txt",
        "extracted/DerivedBinaryProperties.txt",
    )
    categories = sources["GeneralCategory"]
    word = binary["Alphabetic"] | binary["Join_Control"]
    word = word.union(*(categories[name] for name in ["M", "Nd", "Pc"]))  # UTS #18, Annex C
    binary[WORD] = word
    return sets, values, {name: sets.add(binary[name]) for name in sorted(binary)}


def property_rows(data, binary):
    found = {}
    for row in data.rows("PropertyAliases.txt"):
        long = row[1]
        kind = ENUMERATED.get(long, "Binary")
        index = binary.get(long, NO_SET) if kind == "Binary" else NO_SET
        for name in row:
            found[loose(name)] = (kind, index)
    return [(name, *found[name]) for name in sorted(found)]


def value_rows(data, values):
    shorts = {"gc": "GeneralCategory", "sc": "Script", "age": "Age"}
    shorts |= {"GCB": "GraphemeClusterBreak", "WB": "WordBreak", "SB": "SentenceBreak"}
    found = {}
    for row in data.rows("PropertyValueAliases.txt"):
        kinds = [shorts[row[0]]] if row[0] in shorts else []
        if kinds == ["Script"]:
            kinds.append("ScriptExtensions")
        for kind in kinds:
            index = next((values[kind][n] for n in row[1:] if n in values[kind]), NO_SET)
            for name in row[1:]:
                found[kind, loose(name)] = index
    return [(kind, name, found[kind, name]) for kind, name in sorted(found)]


def fold_rows(data):
    """Each value's successor in the cycle of values that fold alike, as runs."""
    cycles = collections.defaultdict(set)
    for row in data.rows("CaseFolding.txt"):
        if row[1] in "CS":
            target = int(row[2], 16)
            cycles[target] |= {int(row[0], 16), target}
    successor = {}
    for cycle in cycles.values():
        order = sorted(cycle)
        successor.update(zip(order, order[1:] + order[:1]))
    runs = []
    pending = sorted(successor)
    while pending:
        first = pending[0]
        shifted = 1
        while successor.get(first + shifted) == successor[first] + shifted:
            shifted += 1
        pairs = 0
        while all(successor.get(first + pairs + i) == first + pairs + 1 - i for i in (0, 1)):
            pairs += 2
        count = max(shifted, pairs)
        delta = 0 if pairs >= shifted else successor[first] - first
        runs.append((first, first + count - 1, delta))
        pending = pending[count:]
    return runs


def lines_of(items, width=98):
    line = ""
    for item in items:
        if line and len(line) + len(item) + 2 > width:
            yield "  " + line
            line = ""
        line += (" " if line else "") + item
    if line:
        yield "  " + line


def render(data):
    sets, values, binary = collect_sets(data)
    out = [
        "// Generated from the Unicode Character Database, version %s; do not edit." % data.version(),
        "//   common/gen/unicode_tables.py DIRECTORY",
        '#include "common/regex/unicode_tables.h"',
        "",
        "// clang-format off",
        "namespace common::regex {",
        "",
    ]

    def table(declaration, items):
        out.append("constinit const %s = {" % declaration)
        out.extend(lines_of(items))
        out.extend(["};", ""])

    table("ClassRange kUnicodeRanges[]", ("{0x%X,0x%X}," % pair for pair in sets.ranges))
    table("RangeSet kRangeSets[]", ("{%d,%d}," % row for row in sets.rows))
    kind = "UnicodeProperty::"
    properties = property_rows(data, binary)
    table("PropertyRow kPropertyRows[]",
          ('{"%s", %s%s, %s},' % (name, kind, prop, index) for name, prop, index in properties))
    names = value_rows(data, values)
    table("PropertyValueRow kPropertyValueRows[]",
          ('{%s%s, "%s", %s},' % (kind, prop, name, index) for prop, name, index in names))
    folds = fold_rows(data)
    table("CaseFoldRun kCaseFoldRuns[]", ("{0x%X,0x%X,%d}," % run for run in folds))
    out.append("constinit const std::size_t kPropertyRowCount = %d;" % len(properties))
    out.append("constinit const std::size_t kPropertyValueRowCount = %d;" % len(names))
    out.append("constinit const std::size_t kCaseFoldRunCount = %d;" % len(folds))
    for constant, index in [
        ("kDecimalNumberSet", values["GeneralCategory"]["Nd"]),
        ("kUnassignedSet", values["GeneralCategory"]["Cn"]),
        ("kNumberSet", values["GeneralCategory"]["N"]),
        ("kAlphabeticSet", binary["Alphabetic"]),
        ("kUppercaseSet", binary["Uppercase"]),
        ("kWhiteSpaceSet", binary["White_Space"]),
        ("kWordSet", binary[WORD]),
        ("kFirstAgeSet", min(values["Age"].values())),
    ]:
        out.append("constinit const std::uint16_t %s = %d;" % (constant, index))
    out.extend(["", "}  // namespace common::regex", "// clang-format on", ""])
    return "\n".join(out)


def main():
    arguments = sys.argv[1:]
    check = arguments[:1] == ["--check"]
    arguments = arguments[1:] if check else arguments
    if len(arguments) > 1:
        sys.exit(__doc__)
    data = Database(*(arguments or ["/usr/share/unicode"]))
    current = OUTPUT.read_text() if check else ""
    if check and "version %s;" % data.version() not in current.split("\n")[0]:
        print("%s has not the version of the tables: nothing to compare." % data.directory)
        sys.exit(77)
    if data.version() is None:
        sys.exit("There is no Unicode Character Database in %s." % data.directory)
    text = render(data)
    if not check:
        OUTPUT.write_text(text)
    elif current != text:
        sys.exit("%s is not current: run common/gen/unicode_tables.py." % OUTPUT.name)


if __name__ == "__main__":
    main()
