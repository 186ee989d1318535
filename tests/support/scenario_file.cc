#include "tests/support/scenario_file.h"

#include <charconv>
#include <cstdlib>

namespace scenario {

namespace {

constexpr std::string_view kMark = "-- ";

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return line;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    if (end != 0) out.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return out;
}

int hex_value(std::string_view digits) {
  int value = -1;
  const char* const end = digits.end();
  const auto result = std::from_chars(digits.begin(), end, value, 16);
  return result.ptr == end ? value : -1;
}

// Appends what the escape at the start of `text` (after the backslash) stands
// for; returns its length.
std::size_t append_escape(std::string& out, std::string_view text) {
  if (text.starts_with('x') && text.size() >= 3 && hex_value(text.substr(1, 2)) >= 0) {
    out += static_cast<char>(hex_value(text.substr(1, 2)));
    return 3;
  }
  constexpr std::string_view kNames = "tnr\\'";
  constexpr std::string_view kBytes = "\t\n\r\\'";
  const std::size_t at = text.empty() ? std::string_view::npos : kNames.find(text.front());
  out += at == std::string_view::npos ? '\\' : kBytes[at];
  return at == std::string_view::npos ? 0 : 1;
}

std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c == '\\') {
      text.remove_prefix(append_escape(out, text));
    } else {
      out += c;
    }
  }
  return out;
}

void append_hex(std::string& out, char c) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const unsigned byte = static_cast<unsigned char>(c);
  out += "\\x";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

bool is_valid_continuation(std::string_view text, std::size_t at, std::size_t count) {
  for (std::size_t i = 1; i <= count; ++i) {
    if (at + i >= text.size() || (static_cast<unsigned char>(text[at + i]) >> 6) != 2) return false;
  }
  return true;
}

// Length of the UTF-8 sequence at `at`; 0 for control characters and bytes that
// do not belong to one.
std::size_t printable_length(std::string_view text, std::size_t at) {
  const unsigned byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7F) return byte == '\n' || byte == '\t' ? 1 : 0;
  if (byte < 0x80) return 1;
  const std::size_t more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
  return byte >= 0xC2 && byte < 0xF5 && is_valid_continuation(text, at, more) ? more + 1 : 0;
}

bool needs_escapes(std::string_view text) {
  if (text.starts_with(kMark) || text.find("\n-- ") != std::string_view::npos) return true;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = printable_length(text, i);
    if (length == 0) return true;
    i += length;
  }
  return false;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = printable_length(text, i);
    const bool starts_line = i == 0 || text[i - 1] == '\n';
    if (length == 0 || (starts_line && text.substr(i).starts_with(kMark))) {
      append_hex(out, text[i]);
      ++i;
      continue;
    }
    if (text[i] == '\\') out += '\\';
    out += text.substr(i, length);
    i += length;
  }
  return out;
}

// A section: its line, split, and its text.
struct Section {
  std::string_view line;
  std::string_view body;
  int number = 0;
  std::vector<std::string> options;  // Words after the keyword.

  bool has(std::string_view option) const {
    for (const std::string& word : options) {
      if (word == option) return true;
    }
    return false;
  }
  std::optional<std::string> value_of(std::string_view key) const {
    for (const std::string& word : options) {
      if (word.starts_with(key)) return word.substr(key.size());
    }
    return std::nullopt;
  }
  std::string text() const {
    std::string out = has("escapes") ? unescaped(body) : std::string(body);
    if (has("no-eol") && out.ends_with('\n')) out.pop_back();
    return out;
  }
};

Section take_section(std::string_view& text, int& number) {
  Section section;
  section.number = number++;
  section.line = take_line(text);
  const std::string_view rest = text;
  while (!text.empty() && !text.starts_with(kMark)) {
    take_line(text);
    ++number;
  }
  section.body = rest.substr(0, rest.size() - text.size());
  section.options = words(section.line.substr(kMark.size()));
  return section;
}

bool add_file(Scenario& scenario, const Section& section) {
  if (section.options.size() < 2) return false;
  File file{.path = section.options[1], .contents = section.text(), .mtime = std::nullopt};
  if (const auto mode = section.value_of("mode=")) {
    file.mode = static_cast<unsigned>(std::strtoul(mode->c_str(), nullptr, 8));
  }
  if (const auto time = section.value_of("mtime=")) {
    file.mtime = std::strtol(time->c_str(), nullptr, 10);
  }
  scenario.files.push_back(std::move(file));
  return true;
}

bool add_link(Scenario& scenario, const Section& section) {
  if (section.options.size() != 4 || section.options[2] != "->") return false;
  scenario.files.push_back({.path = section.options[1],
                            .contents = section.options[3],
                            .is_link = true,
                            .mtime = std::nullopt});
  return true;
}

bool add_to_run(Run& run, const Section& section, bool& is_input) {
  const std::string& keyword = section.options.front();
  is_input = keyword == "stdin" || keyword == "env" || keyword == "cwd";
  if (keyword == "stdin") {
    run.input = section.text();
  } else if (keyword == "env") {
    run.environment.assign(section.options.begin() + 1, section.options.end());
  } else if (keyword == "cwd" && section.options.size() == 2) {
    run.cwd = section.options[1];
  } else if (keyword == "stdout") {
    run.out = {section.text(), section.has("sorted"), section.has("contains")};
  } else if (keyword == "stderr") {
    run.err = {section.text(), false, section.has("contains")};
  } else if (keyword == "written" && section.options.size() >= 2) {
    run.written.push_back({section.options[1], {section.text(), false, section.has("contains")}});
  } else if (keyword == "exit" && section.options.size() == 2) {
    run.status = std::atoi(section.options[1].c_str());
  } else {
    return false;
  }
  return true;
}

bool add_section(Scenario& scenario, const Section& section, std::string_view source) {
  if (section.options.empty()) return false;
  const std::string& keyword = section.options.front();
  if (keyword == "run") {
    constexpr std::string_view kStart = "-- run ";
    if (section.line.size() <= kStart.size()) return false;
    Run run;
    run.command = section.line.substr(kStart.size());
    run.head = source;
    run.line = section.number;
    scenario.runs.push_back(std::move(run));
    return true;
  }
  if (scenario.runs.empty()) {
    scenario.head += source;
    return keyword == "files"  ? add_file(scenario, section)
           : keyword == "link" ? add_link(scenario, section)
                               : false;
  }
  bool is_input = false;
  if (!add_to_run(scenario.runs.back(), section, is_input)) return false;
  if (is_input) scenario.runs.back().head += source;
  return true;
}

void append_text(std::string& out, std::string line, const Text& text) {
  const bool escapes = needs_escapes(text.bytes);
  if (text.is_sorted) line += " sorted";
  if (text.is_contained) line += " contains";
  if (escapes) line += " escapes";
  std::string bytes = escapes ? escaped(text.bytes) : text.bytes;
  if (!bytes.empty() && !bytes.ends_with('\n')) {
    line += " no-eol";
    bytes += '\n';
  }
  out += line + "\n" + bytes;
}

bool is_expected(const Text& text) {
  return !text.bytes.empty() || text.is_contained;
}

// Reads one quoted or plain piece of a word; false if a quote is not closed.
bool read_piece(std::string_view& text, std::string& word) {
  const bool is_escaped = text.starts_with("$'");
  if (is_escaped) text.remove_prefix(1);
  const char quote = text.front();
  if (quote != '\'' && quote != '"') {
    if (quote == '\\' && text.size() > 1) text.remove_prefix(1);
    word += text.front();
    text.remove_prefix(1);
    return true;
  }
  std::size_t end = 1;
  while (end < text.size() && text[end] != quote) {
    const bool skips = text[end] == '\\' && (is_escaped || quote == '"');
    end += skips ? 2 : 1;
  }
  if (end >= text.size()) return false;
  const std::string_view inside = text.substr(1, end - 1);
  text.remove_prefix(end + 1);
  if (is_escaped) {
    word += unescaped(inside);
  } else if (quote == '\'') {
    word += inside;
  } else {
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const bool is_escape =
          inside[i] == '\\' && i + 1 < inside.size() &&
          std::string_view("\\\"$`").find(inside[i + 1]) != std::string_view::npos;
      word += inside[is_escape ? ++i : i];
    }
  }
  return true;
}

}  // namespace

std::optional<Scenario> parse(std::string_view text, std::string& error) {
  Scenario scenario;
  int number = 1;
  const std::string_view whole = text;
  while (!text.empty() && !text.starts_with(kMark)) {
    take_line(text);
    ++number;
  }
  scenario.head = whole.substr(0, whole.size() - text.size());
  while (!text.empty()) {
    const std::string_view rest = text;
    const Section section = take_section(text, number);
    if (!add_section(scenario, section, rest.substr(0, rest.size() - text.size()))) {
      error = "line " + std::to_string(section.number) + ": cannot understand \"" +
              std::string(section.line) + "\"";
      return std::nullopt;
    }
  }
  return scenario;
}

std::string format(const Scenario& scenario) {
  std::string out = scenario.head;
  for (const Run& run : scenario.runs) {
    out += run.head;
    if (is_expected(run.out)) append_text(out, "-- stdout", run.out);
    if (is_expected(run.err)) append_text(out, "-- stderr", run.err);
    for (const Written& file : run.written) append_text(out, "-- written " + file.path, file.text);
    if (run.status != 0) out += "-- exit " + std::to_string(run.status) + "\n";
  }
  return out;
}

std::optional<std::vector<std::string>> split_command(std::string_view command) {
  std::vector<std::string> out;
  bool in_word = false;
  while (!command.empty()) {
    if (command.front() == ' ') {
      in_word = false;
      command.remove_prefix(1);
      continue;
    }
    if (!in_word) out.emplace_back();
    in_word = true;
    if (!read_piece(command, out.back())) return std::nullopt;
  }
  return out;
}

}  // namespace scenario
