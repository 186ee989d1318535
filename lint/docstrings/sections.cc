#include "lint/docstrings/sections.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "lint/ast/parameters.h"
#include "lint/parser/identifiers.h"

namespace lint::docstrings {
namespace {

struct SectionRow {
  std::string_view name;
  std::string_view lower;
  bool is_numpy;
  bool is_google;
};

// In the order of SectionKind.
constexpr SectionRow kSections[] = {
    {"Args", "args", false, true},
    {"Arguments", "arguments", false, true},
    {"Attention", "attention", false, true},
    {"Attributes", "attributes", true, true},
    {"Caution", "caution", false, true},
    {"Danger", "danger", false, true},
    {"Error", "error", false, true},
    {"Example", "example", false, true},
    {"Examples", "examples", true, true},
    {"Extended Summary", "extended summary", true, false},
    {"Hint", "hint", false, true},
    {"Important", "important", false, true},
    {"Keyword Args", "keyword args", false, true},
    {"Keyword Arguments", "keyword arguments", false, true},
    {"Methods", "methods", true, true},
    {"Note", "note", false, true},
    {"Notes", "notes", true, true},
    {"Other Args", "other args", false, true},
    {"Other Arguments", "other arguments", false, true},
    {"Other Parameters", "other parameters", true, false},
    {"Other Params", "other params", true, false},
    {"Parameters", "parameters", true, false},
    {"Raises", "raises", true, true},
    {"Receives", "receives", true, false},
    {"References", "references", true, true},
    {"Return", "return", false, true},
    {"Returns", "returns", true, true},
    {"See Also", "see also", true, true},
    {"Short Summary", "short summary", true, false},
    {"Tip", "tip", false, true},
    {"Todo", "todo", false, true},
    {"Warning", "warning", false, true},
    {"Warnings", "warnings", true, true},
    {"Warns", "warns", true, true},
    {"Yield", "yield", false, true},
    {"Yields", "yields", true, true},
};
static_assert(std::size(kSections) == static_cast<std::size_t>(SectionKind::Count));
static_assert(std::ranges::is_sorted(kSections, {}, &SectionRow::lower));

constexpr std::size_t kLongestName = 17;

bool is_word_character(char32_t c) {
  if (c >= 0x80) return parser::is_identifier_continue(c);
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Words and white space that the trimmed line starts with.
std::string_view leading_words(std::string_view line) {
  line = common::trim_white_space(line);
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t here = at;
    const char32_t c = common::next_code_point(line, at);
    if (!is_word_character(c) && !common::is_white_space(c)) return line.substr(0, here);
  }
  return line;
}

std::optional<SectionKind> section_kind(std::string_view words, SectionStyle style) {
  if (words.empty() || words.size() > kLongestName) return std::nullopt;
  std::array<char, kLongestName> buffer;
  std::ranges::transform(words, buffer.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  const std::string_view lower(buffer.data(), words.size());
  const auto row = std::ranges::lower_bound(kSections, lower, {}, &SectionRow::lower);
  if (row == std::end(kSections) || row->lower != lower) return std::nullopt;
  if (!(style == SectionStyle::Numpy ? row->is_numpy : row->is_google)) return std::nullopt;
  return static_cast<SectionKind>(row - kSections);
}

bool ends_paragraph(std::string_view line) {
  line = common::trim_white_space(line);
  return line.empty() || std::string_view(",;.-\\/]})").find(line.back()) != std::string_view::npos;
}

bool has_parameter(const semantic::Definition& definition, std::string_view name) {
  const ast::StmtFunctionDef* const function = definition.function();
  return function != nullptr && ast::has_parameter(*function->parameters, name);
}

bool is_any_underline(const std::optional<Lines::Line>& line) {
  if (!line) return false;
  const std::string_view text = common::trim_white_space(line->text);
  return !text.empty() && text.find_first_not_of("-=") == text.npos;
}

// Reads sections off the lines of a docstring.
class SectionReader {
 public:
  SectionReader(const Docstring& docstring, SectionStyle style)
      : docstring_(docstring), style_(style) {}

  std::vector<Section> read() {
    Lines lines(docstring_.text, docstring_.body.start);
    previous_ = lines.next().value_or(Lines::Line{}).text;  // The summary.
    std::optional<Lines::Line> line = lines.next();
    while (line) {
      const std::optional<Lines::Line> next = lines.next();
      if (!is_in_directive(line->text)) look_at(*line, next);
      previous_ = line->text;
      line = next;
    }
    if (!sections_.empty()) sections_.back().range.end = docstring_.body.end;
    return std::move(sections_);
  }

 private:
  // The line of a directive (".. note::") and what is indented below it.
  bool is_in_directive(std::string_view line) {
    const std::size_t indent = leading_space(line).size();
    if (directive_indent_ && (is_blank(line) || indent > *directive_indent_)) return true;
    directive_indent_.reset();
    if (!line.substr(indent).starts_with(".. ")) return false;
    directive_indent_ = indent;
    return true;
  }

  void look_at(const Lines::Line& line, const std::optional<Lines::Line>& next) {
    const std::string_view words = leading_words(line.text);
    const std::optional<SectionKind> kind = section_kind(words, style_);
    if (!kind) return;
    const auto indent = static_cast<std::uint32_t>(leading_space(line.text).size());
    const auto size = static_cast<std::uint32_t>(words.size());
    const Section section{.kind = *kind,
                          .range = {line.start, line.start},
                          .name = {line.start + indent, line.start + indent + size},
                          .indent = indent,
                          .header_end = line.full_end};
    if (!is_section(section, words, line.text.substr(indent + size), next)) return;
    if (!sections_.empty()) sections_.back().range.end = line.start;
    sections_.push_back(section);
  }

  bool is_section(const Section& section, std::string_view words, std::string_view suffix,
                  const std::optional<Lines::Line>& next) const {
    suffix = common::trim_white_space(suffix);
    if (!suffix.empty() && suffix != ":") return false;
    if (is_any_underline(next)) return true;
    if (!ends_paragraph(previous_)) return false;
    return sections_.empty() || !is_part_of_section(section, words);
  }

  // "args: ..." in a section is a parameter of this name, unless it is written like
  // a section.
  bool is_part_of_section(const Section& section, std::string_view words) const {
    const std::string_view name = name_of(section.kind);
    const bool is_deeper = sections_.back().indent < section.indent;
    if (is_deeper && (name != words || has_parameter(docstring_.definition, name))) return true;
    if (is_blank(previous_)) return false;
    const bool is_lower = 'a' <= words[0] && words[0] <= 'z';
    return is_lower && name != words;
  }

  const Docstring& docstring_;
  SectionStyle style_;
  std::vector<Section> sections_;
  std::string_view previous_;
  std::optional<std::size_t> directive_indent_;
};

bool has_any(const Sections& sections, std::initializer_list<SectionKind> kinds) {
  return std::ranges::any_of(sections.sections, [&](const Section& section) {
    return std::ranges::find(kinds, section.kind) != kinds.end();
  });
}

// Dashes below a name are NumPy's, a colon behind it is Google's.
SectionStyle style_of(const Docstring& docstring, const Sections& google) {
  const auto text = [&](TextRange range) {
    return docstring.text.substr(range.start - docstring.body.start, range.size());
  };
  for (const Section& section : google.sections) {
    const TextRange content = section.content();
    const std::optional<Lines::Line> below = Lines(text(content), content.start).next();
    if (below && is_underline(below->text, '-')) return SectionStyle::Numpy;
    if (text({section.name.end, section.range.end}).starts_with(':')) return SectionStyle::Google;
  }
  return SectionStyle::Numpy;
}

Sections find_best_sections(const Docstring& docstring) {
  using enum SectionKind;
  Sections numpy = find_sections(docstring, SectionStyle::Numpy);
  if (has_any(numpy, {Parameters, OtherParams, OtherParameters})) return numpy;
  Sections google = find_sections(docstring, SectionStyle::Google);
  if (has_any(google,
              {Args, Arguments, KeywordArgs, KeywordArguments, OtherArgs, OtherArguments})) {
    return google;
  }
  if (google.sections.size() != numpy.sections.size()) {
    return google.sections.size() > numpy.sections.size() ? google : numpy;
  }
  return style_of(docstring, google) == SectionStyle::Numpy ? numpy : google;
}

}  // namespace

std::string_view name_of(SectionKind kind) {
  return kSections[static_cast<std::size_t>(kind)].name;
}

Sections find_sections(const Docstring& docstring, SectionStyle style) {
  return {.style = style, .sections = SectionReader(docstring, style).read()};
}

Sections find_sections(const Checker& c, const Docstring& docstring) {
  using config::DocstringConvention;
  const std::optional<DocstringConvention> convention = c.settings().pydocstyle.convention;
  if (convention == DocstringConvention::Google) {
    return find_sections(docstring, SectionStyle::Google);
  }
  if (convention == DocstringConvention::Numpy) {
    return find_sections(docstring, SectionStyle::Numpy);
  }
  return find_best_sections(docstring);
}

}  // namespace lint::docstrings
