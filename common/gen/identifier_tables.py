#!/usr/bin/env python3
"""Writes lint/parser/identifier_tables.cc from the Unicode Character Database.

  common/gen/identifier_tables.py DIR            write the tables
  common/gen/identifier_tables.py --check DIR    fail if they are not current

DIR holds DerivedCoreProperties.txt, as /usr/share/unicode of Debian's
unicode-data does.  The tables follow Unicode 17.0, the version of Python 3.15;
--check exits with 77, which ctest counts as skipped, if DIR has another one.
"""

import pathlib
import sys

OUTPUT = pathlib.Path(__file__).resolve().parents[2] / "lint" / "parser" / "identifier_tables.cc"
PROPERTIES = {"XID_Start": "Start", "XID_Continue": "Continue"}


def read(path):
    """The version, and the ranges of each property: merged, without ASCII."""
    lines = path.read_text(encoding="utf-8").splitlines()
    version = lines[0].split("-")[1].removesuffix(".txt")
    ranges = {name: [] for name in PROPERTIES}
    for line in lines:
        fields = line.split("#")[0].split(";")
        if len(fields) < 2 or fields[1].strip() not in ranges:
            continue
        first, _, last = fields[0].strip().partition("..")
        first, last = int(first, 16), int(last or first, 16)
        if first < 0x80:
            continue
        merged = ranges[fields[1].strip()]
        if merged and merged[-1][1] + 1 == first:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return version, ranges


def table(name, ranges):
    lines = ["const CodePointRange kIdentifier%s[] = {" % name]
    row = "   "
    for first, last in ranges:
        entry = " {0x%X, 0x%X}," % (first, last)
        if len(row) + len(entry) > 100:
            lines.append(row)
            row = "   "
        row += entry
    lines += [row, "};", "const std::size_t kIdentifier%sCount = std::size(kIdentifier%s);" % (name, name)]
    return "\n".join(lines)


def generate(version, ranges):
    parts = [
        "// Generated from the Unicode Character Database, version %s; do not edit.\n"
        "//   common/gen/identifier_tables.py DIRECTORY\n"
        '#include "lint/parser/identifier_tables.h"\n\n'
        "#include <iterator>\n\n"
        "namespace lint::parser {\n\n// clang-format off" % version
    ]
    parts += [table(PROPERTIES[name], ranges[name]) for name in PROPERTIES]
    parts.append("// clang-format on\n\n}  // namespace lint::parser\n")
    return "\n\n".join(parts)


def main(arguments):
    check = arguments[:1] == ["--check"]
    directory = pathlib.Path((arguments[check:] or ["/usr/share/unicode"])[0])
    path = directory / "DerivedCoreProperties.txt"
    if not path.exists():
        print("There is no %s." % path)
        return 77 if check else 1
    version, ranges = read(path)
    text = generate(version, ranges)
    if not check:
        OUTPUT.write_text(text, encoding="utf-8")
        return 0
    current = OUTPUT.read_text(encoding="utf-8")
    if "version %s;" % version not in current.split("\n")[0]:
        print("%s has not the version of the tables: nothing to compare." % path)
        return 77
    return 0 if current == text else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
