#include "tests/lint/rule_cases.h"

#include <algorithm>
#include <utility>

#include "common/json/writer.h"

namespace rule_cases {
namespace {

constexpr std::string_view kFence = "```";

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (blank > 0) words.push_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

bool has_option(const Block& block, std::string_view option) {
  const auto words = words_of(block.info);
  return std::ranges::count(words, option) != 0;
}

// The text with the options of the block applied.
std::string contents(const Block& block, bool has_escapes) {
  std::string text = block.text;
  if (has_option(block, "no-eol") && text.ends_with('\n')) text.pop_back();
  return has_escapes ? unescaped(text) : text;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c - 'A' + 10;
}

// Files a block under what it is; false: an unknown kind.
bool file_block(Case& one, const Block& block) {
  const auto words = words_of(block.info);
  const std::string_view kind = words.empty() ? std::string_view() : words.front();
  const bool has_escapes = has_option(block, "escapes");
  const bool has_path = words.size() > 1 && words[1] != "escapes" && words[1] != "no-eol";
  if (kind == "toml") {
    one.settings = contents(block, has_escapes);
  } else if (kind == "py" || kind == "pyi" || kind == "ipynb") {
    one.sources.push_back({has_path ? std::string(words[1]) : "mod." + std::string(kind),
                           contents(block, has_escapes)});
    one.has_escapes = has_escapes;
  } else if (kind == "file" && has_path) {
    one.sources.insert(one.sources.begin(), {std::string(words[1]), contents(block, has_escapes)});
  } else if (kind == "errors") {
    one.expected_errors = block.text;
  } else if (kind == "fixed") {
    one.expected_fixed = contents(block, one.has_escapes);
  } else {
    return kind == "tree";  // Of the parser's cases.
  }
  return true;
}

}  // namespace

std::string notebook_of(std::string_view cells) {
  constexpr std::string_view kSeparator = "# %%\n";
  std::string json;
  common::json::Writer writer(json);
  writer.begin_object().key("cells").begin_array();
  for (bool is_last = false; !is_last;) {
    std::size_t end =
        cells.starts_with(kSeparator) ? 0 : cells.find('\n' + std::string(kSeparator));
    is_last = end == std::string_view::npos;
    std::string_view cell = cells.substr(0, end);
    if (is_last && cell.ends_with('\n')) cell.remove_suffix(1);
    if (!is_last) cells.remove_prefix(end + (end != 0) + kSeparator.size());
    writer.begin_object().key("cell_type").string("code").key("metadata").begin_object();
    writer.end_object().key("outputs").begin_array().end_array().key("source").string(cell);
    writer.end_object();
  }
  writer.end_array().key("metadata").begin_object().end_object();
  writer.key("nbformat").number(4).key("nbformat_minor").number(4).end_object();
  return json;
}

std::string joined_cells(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) text += "# %%\n";
    text += cell;
    if (!cell.empty() || &cell == &cells.back()) text += '\n';
  }
  return text;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    switch (text[++i]) {
      case 't':
        result += '\t';
        break;
      case 'r':
        result += '\r';
        break;
      case 'n':
        result += '\n';
        break;
      case 'x':
        result += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
        i += 2;
        break;
      default:
        result += text[i];
    }
  }
  return result;
}

// Line feeds stay, so that the text keeps its lines.
std::string escaped(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string result;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\') {
      result += "\\\\";
    } else if (c == '\t') {
      result += "\\t";
    } else if (c == '\r') {
      result += "\\r";
    } else if (c != '\n' && (byte < 0x20 || byte >= 0x7F)) {
      result += "\\x";
      result += kDigits[byte >> 4];
      result += kDigits[byte & 15];
    } else {
      result += c;
    }
  }
  return result;
}

std::optional<std::vector<Case>> parse(std::string_view text, std::string& error) {
  std::vector<Case> cases;
  std::optional<Block> open;
  int line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t next = std::min(end + 1, text.size());
    ++line_number;
    if (open && line == kFence) {
      open->end = at;
      open->text = text.substr(open->begin, at - open->begin);
      if (cases.empty() || !file_block(cases.back(), *open)) {
        error = "line " + std::to_string(line_number) + ": what is the block '" + open->info + "'?";
        return std::nullopt;
      }
      cases.back().blocks.push_back(*std::exchange(open, std::nullopt));
    } else if (!open && line.starts_with(kFence)) {
      open = Block{.info = std::string(line.substr(kFence.size())), .text = {}, .begin = next};
    } else if (!open && line.starts_with("## ")) {
      cases.push_back({});
      cases.back().name = line.substr(3);
      cases.back().line = line_number;
    }
    at = next;
  }
  if (open) error = "the last block has no end";
  for (const Case& one : cases) {
    if (one.sources.empty()) error = "the case '" + one.name + "' has no source";
  }
  if (cases.empty()) error = "there is no case";
  return error.empty() ? std::optional(std::move(cases)) : std::nullopt;
}

std::string rewritten(std::string text, const Case& one, const std::string& errors,
                      const std::optional<std::string>& fixed) {
  const auto find = [&](std::string_view kind) {
    return std::ranges::find_if(one.blocks, [&](const Block& block) {
      const auto words = words_of(block.info);
      return !words.empty() && words.front() == kind;
    });
  };
  const auto errors_block = find("errors");
  const auto fixed_block = find("fixed");
  std::string addition;
  if (errors_block == one.blocks.end()) addition += "```errors\n" + errors + "```\n";
  if (fixed && fixed_block == one.blocks.end()) {
    std::string body = one.has_escapes ? escaped(*fixed) : *fixed;
    std::string info = "fixed";
    if (!fixed->ends_with('\n') && !fixed->empty()) {
      info += " no-eol";
      body += '\n';
    }
    addition += "```" + info + "\n" + body + "```\n";
  }
  // From back to front, so that positions stay true.
  if (!addition.empty()) text.insert(one.blocks.back().end + kFence.size() + 1, addition);
  std::vector<std::pair<const Block*, std::string>> edits;
  if (errors_block != one.blocks.end()) edits.emplace_back(&*errors_block, errors);
  if (fixed_block != one.blocks.end()) {
    std::string body = fixed.value_or(one.sources.back().text);
    if (one.has_escapes) body = escaped(body);
    if (has_option(*fixed_block, "no-eol")) body += '\n';
    edits.emplace_back(&*fixed_block, body);
  }
  std::ranges::sort(edits,
                    [](const auto& a, const auto& b) { return a.first->begin > b.first->begin; });
  for (const auto& [block, body] : edits)
    text.replace(block->begin, block->end - block->begin, body);
  return text;
}

}  // namespace rule_cases
