// Writes the rule catalogue's constants and rows from its tables.
//
//   catalogue_gen catalogue.tsv linters.tsv codes.h catalogue_rows.inc
//
// A table has one row per line, columns separated by tabs and named by the
// first line that is not a comment; "-" is an empty cell.  The rules must be
// sorted as lint/registry expects.  codes.h gives every code (or name, where a
// rule has no code) its number; catalogue_rows.inc defines the arrays that
// lint/registry/catalogue.cc is made of.
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

[[noreturn]] void give_up(const std::string& problem) {
  std::fprintf(stderr, "catalogue_gen: %s\n", problem.c_str());
  std::exit(1);
}

using Columns = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<Columns> read_table(const char* path) {
  std::ifstream file(path);
  if (!file) give_up(std::string("cannot read ") + path);
  std::vector<std::string> names;
  std::vector<Columns> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> cells = split(line, '\t');
    if (names.empty()) {
      names = cells;
      continue;
    }
    if (cells.size() != names.size()) give_up("wrong number of columns: " + line);
    Columns row;
    for (std::size_t i = 0; i < cells.size(); ++i) row[names[i]] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

bool has(const Columns& row, const char* column) {
  return row.at(column) != "-";
}
bool has_code(const Columns& row) {
  return has(row, "code");
}

std::string quoted(const Columns& row, const char* column) {
  return has(row, column) ? '"' + row.at(column) + '"' : "\"\"";
}

void check_order(const std::vector<Columns>& rows) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Columns& before = rows[i - 1];
    const Columns& row = rows[i];
    const bool is_sorted = has_code(before) != has_code(row) ? has_code(before)
                           : has_code(row)                   ? before.at("code") < row.at("code")
                                                             : before.at("name") < row.at("name");
    if (!is_sorted) give_up("out of order: " + row.at("code") + " " + row.at("name"));
  }
}

// "F401", or "shared_clock_mock" for a rule that has only a name.
std::string constant_name(const Columns& row) {
  std::string name = has_code(row) ? row.at("code") : row.at("name");
  for (char& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

// "stable" as an enumerator.
std::string capitalised(std::string word) {
  word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
  return word;
}

std::string truth(const std::string& cell) {
  if (cell != "yes" && cell != "no") give_up("neither yes nor no: " + cell);
  return cell == "yes" ? "true" : "false";
}

void write_codes(const std::vector<Columns>& rows, std::ostream& out) {
  out << "// Generated from lint/registry/catalogue.tsv.\n"
         "#pragma once\n\n"
         "#include \"lint/registry/rule_id.h\"\n\n"
         "namespace lint::codes {\n\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out << "inline constexpr RuleId " << constant_name(rows[i]) << "{" << i << "};\n";
  }
  out << "\n}  // namespace lint::codes\n";
}

// "E" and "W", or the linter's one prefix.
std::vector<std::string> prefixes_of(const Columns& linter) {
  if (has(linter, "prefix")) return {linter.at("prefix")};
  std::vector<std::string> prefixes;
  for (const std::string& category : split(linter.at("categories"), ',')) {
    prefixes.push_back(split(category, '=').at(0));
  }
  return prefixes;
}

// The place of the linter with the longest prefix of `code`: "FA100" is not
// pyflakes'.
std::size_t linter_of(const std::string& code, const std::vector<Columns>& linters) {
  std::size_t best = linters.size();
  std::size_t best_size = 0;
  for (std::size_t i = 0; i < linters.size(); ++i) {
    for (const std::string& prefix : prefixes_of(linters[i])) {
      if (prefix.size() <= best_size || !code.starts_with(prefix)) continue;
      best = i;
      best_size = prefix.size();
    }
  }
  if (best == linters.size()) give_up("no linter for " + code);
  return best;
}

void write_rows(const std::vector<Columns>& rows, const std::vector<Columns>& linters,
                std::ostream& out) {
  out << "constexpr CatalogueRow kRows[] = {\n";
  for (const Columns& row : rows) {
    const std::string linter =
        has_code(row) ? std::to_string(linter_of(row.at("code"), linters)) : "kNoLinter";
    out << "{\"" << row.at("code") << "\", " << quoted(row, "name") << ", " << linter
        << ", RuleStatus::" << capitalised(row.at("status")) << ", " << quoted(row, "since") << ", "
        << truth(row.at("default")) << ", " << truth(row.at("preview-default"))
        << ", Category::" << capitalised(row.at("category"))
        << ", FixAvailability::" << capitalised(row.at("fix")) << "},\n";
  }
  out << "};\n";
}

// Indices of the rows, by name.
void write_name_order(const std::vector<Columns>& rows, std::ostream& out) {
  std::map<std::string, std::size_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!order.emplace(rows[i].at("name"), i).second) give_up("twice: " + rows[i].at("name"));
  }
  out << "constexpr std::uint16_t kByName[] = {\n";
  for (const auto& [name, index] : order) out << index << ",\n";
  out << "};\n";
}

void write_categories(const Columns& linter, std::size_t index, std::ostream& out) {
  if (!has(linter, "categories")) return;
  out << "constexpr LinterCategory kCategories" << index << "[] = {";
  for (const std::string& category : split(linter.at("categories"), ',')) {
    const std::vector<std::string> parts = split(category, '=');
    out << "{\"" << parts.at(0) << "\", \"" << parts.at(1) << "\"},";
  }
  out << "};\n";
}

void write_linters(const std::vector<Columns>& linters, std::ostream& out) {
  for (std::size_t i = 0; i < linters.size(); ++i) write_categories(linters[i], i, out);
  out << "constexpr LinterInfo kLinters[] = {\n";
  for (std::size_t i = 0; i < linters.size(); ++i) {
    const Columns& linter = linters[i];
    out << "{" << quoted(linter, "prefix") << ", " << quoted(linter, "name") << ", "
        << quoted(linter, "url") << ", ";
    if (has(linter, "categories")) {
      out << "kCategories" << i;
    } else {
      out << "{}";
    }
    out << "},\n";
  }
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    give_up("usage: catalogue_gen catalogue.tsv linters.tsv codes.h catalogue_rows.inc");
  }
  const std::vector<Columns> rows = read_table(argv[1]);
  const std::vector<Columns> linters = read_table(argv[2]);
  check_order(rows);
  std::ofstream codes(argv[3]);
  write_codes(rows, codes);
  std::ofstream tables(argv[4]);
  tables << "// Generated from the tables of lint/registry.\n";
  write_rows(rows, linters, tables);
  write_name_order(rows, tables);
  write_linters(linters, tables);
  codes.flush();
  tables.flush();
  if (!codes || !tables) give_up("cannot write");
}
