#include "lint/suppress/add_comments.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/text/lines.h"
#include "lint/registry/catalogue.h"
#include "lint/suppress/comment_cursor.h"

namespace lint {

namespace {

// Not a syntax error.
bool is_rule(const Diagnostic& finding) {
  return finding.rule.index < catalogue().size();
}

using Codes = std::vector<std::string_view>;

// A comment that is there and takes more codes.
struct Existing {
  TextRange range;
  Codes codes;
};

// What is to be written on a line.
struct Wanted {
  std::uint32_t line;  // Where it starts.
  Codes codes;
  std::optional<Existing> existing = {};
};

// Where `line`, without its line end, stops being more than whitespace.
std::uint32_t trimmed_end(std::string_view text, TextRange line) {
  std::uint32_t end = line.start;
  for (std::uint32_t at = line.start; at < line.end;) {
    const std::uint32_t size = whitespace_size(text.substr(at, line.end - at));
    at += size > 0 ? size : 1;
    if (size == 0) end = at;
  }
  return end;
}

class Writer {
 public:
  Writer(const Suppressions& suppressions, const CommentStyle& style)
      : suppressions_(suppressions), text_(suppressions.text()), style_(style) {}

  // None: the finding is suppressed already, or cannot be.
  std::optional<Wanted> wanted_for(const Diagnostic& finding) const {
    if (!is_rule(finding) || !can_name(finding.rule) || is_suppressed(finding)) {
      return std::nullopt;
    }
    std::optional<Existing> existing = existing_for(finding);
    const std::uint32_t place =
        existing ? existing->range.start : suppressions_.noqa_offset(finding.range.start);
    return Wanted{.line = common::line_start(text_, place),
                  .codes = {code_of(finding.rule)},
                  .existing = std::move(existing)};
  }

  // A noqa comment has no place for names.
  bool can_name(RuleId rule) const {
    return style_.kind == CommentStyle::Kind::Ignore || has_code(rule);
  }

  Edit edit_for(const Wanted& wanted) const {
    const TextRange line{wanted.line, common::line_end(text_, wanted.line)};
    const std::uint32_t stop = wanted.existing ? wanted.existing->range.start : line.end;
    const std::uint32_t end = trimmed_end(text_, {line.start, stop});
    const bool is_blank_before = common::trim_blanks(TextRange{line.start, end}.of(text_)).empty();
    // An existing comment on a line of its own stays where it is.
    const std::uint32_t start = wanted.existing && is_blank_before ? stop : end;
    return {.range = {start, common::full_line_end(text_, line.end)},
            .content = (is_blank_before ? "" : "  ") + comment_text(wanted)};
  }

 private:
  bool is_suppressed(const Diagnostic& finding) const {
    if (suppressions_.exempts(finding.rule)) return true;
    if (suppressions_.find_range(finding.rule, finding.range, finding.parent)) return true;
    return (finding.parent && suppressions_.covers(finding.rule, *finding.parent)) ||
           suppressions_.covers(finding.rule, finding.range.start);
  }

  std::optional<Existing> existing_for(const Diagnostic& finding) const {
    if (style_.kind == CommentStyle::Kind::Ignore) {
      const SuppressionComment* const comment =
          suppressions_.find_ignore(finding.range, finding.parent);
      if (comment == nullptr) return std::nullopt;
      Existing existing{.range = comment->range, .codes = {}};
      for (TextRange code : comment->codes) existing.codes.push_back(code.of(text_));
      return existing;
    }
    const LineNoqa* const noqa =
        suppressions_.noqa_on_line(suppressions_.noqa_offset(finding.range.start));
    if (noqa == nullptr) return std::nullopt;
    Existing existing{.range = noqa->directive.range, .codes = {}};
    for (const NoqaCode& code : noqa->directive.codes) existing.codes.push_back(code.text);
    return existing;
  }

  std::string_view code_of(RuleId rule) const {
    const bool by_name = style_.kind == CommentStyle::Kind::Ignore && suppressions_.is_preview();
    return by_name ? row_of(rule).name : code_or_name(rule);
  }

  std::string comment_text(const Wanted& wanted) const {
    const bool is_noqa = style_.kind == CommentStyle::Kind::Noqa;
    Codes codes = wanted.codes;
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    if (wanted.existing) {
      codes.insert(codes.end(), wanted.existing->codes.begin(), wanted.existing->codes.end());
      std::ranges::sort(codes);
    }
    std::string out = is_noqa ? "# noqa: " : "# ruff: ignore[";
    for (std::size_t i = 0; i < codes.size(); ++i) {
      out.append(i == 0 ? "" : ", ").append(codes[i]);
    }
    if (!is_noqa) out += "]";
    if (!style_.reason.empty()) out.append(" ").append(style_.reason);
    return out.append(style_.line_end);
  }

  const Suppressions& suppressions_;
  std::string_view text_;
  CommentStyle style_;
};

}  // namespace

CommentedText add_comments(const Suppressions& suppressions, const CommentStyle& style,
                           std::span<const Diagnostic> findings) {
  const Writer writer(suppressions, style);
  std::map<std::uint32_t, Wanted> by_line;
  CommentedText out;
  for (const Diagnostic& finding : findings) {
    if (is_rule(finding) && !writer.can_name(finding.rule)) out.has_rules_without_code = true;
    const std::optional<Wanted> wanted = writer.wanted_for(finding);
    if (!wanted) continue;
    const auto [place, is_new] = by_line.try_emplace(wanted->line, *wanted);
    if (!is_new) place->second.codes.push_back(wanted->codes[0]);
  }
  const std::string_view text = suppressions.text();
  std::uint32_t copied = 0;
  for (const auto& [line, wanted] : by_line) {
    const Edit edit = writer.edit_for(wanted);
    out.text.append(text.substr(copied, edit.range.start - copied)).append(edit.content);
    copied = edit.range.end;
    ++out.count;
  }
  out.text.append(text.substr(copied));
  return out;
}

std::vector<std::optional<Edit>> suppression_edits(const Suppressions& suppressions,
                                                   const CommentStyle& style,
                                                   std::span<const Diagnostic> findings) {
  const Writer writer(suppressions, style);
  std::vector<std::optional<Edit>> edits;
  for (const Diagnostic& finding : findings) {
    const std::optional<Wanted> wanted = writer.wanted_for(finding);
    edits.push_back(wanted ? std::optional(writer.edit_for(*wanted)) : std::nullopt);
  }
  return edits;
}

}  // namespace lint
