#include "lint/imports/directives.h"

#include <string_view>
#include <utility>

#include "common/text/lines.h"

namespace lint::imports {

namespace {

bool ends_with_space(std::string_view text) {
  return !text.empty() && (text.back() == ' ' || ('\t' <= text.back() && text.back() <= '\r'));
}

// What stands behind "# isort:" or "# ruff: isort:"; empty: it is not alone in
// the comment.
std::string_view action_of(std::string_view comment) {
  while (ends_with_space(comment)) comment.remove_suffix(1);
  for (const std::string_view prefix : {"# isort:", "# ruff: isort:"}) {
    if (comment.starts_with(prefix)) return comment.substr(prefix.size());
  }
  return {};
}

bool contains(std::string_view text, std::string_view wanted) {
  return text.find(wanted) != std::string_view::npos;
}

class Collector {
 public:
  explicit Collector(std::string_view text) : text_(text) {}

  void add(TextRange comment) {
    const std::string_view content = comment.of(text_);
    if (!contains(content, "isort:")) return;
    const std::string_view action = action_of(content);
    if (action == " split") {
      found_.splits.push_back(comment.start);
    } else if (action == " skip_file" || action == "skip_file") {
      found_.skips_file = true;
    } else if (is_off_) {
      if (action == " on") end_exclusion(comment.start);
    } else if (contains(content, "isort: skip") || contains(content, "isort:skip")) {
      found_.excluded.push_back(
          {common::line_start(text_, comment.start), common::line_end(text_, comment.start)});
    } else if (action == " off") {
      is_off_ = true;
      off_at_ = comment.start;
    }
  }

  Directives finish() {
    if (is_off_) end_exclusion(static_cast<std::uint32_t>(text_.size()));
    return std::move(found_);
  }

 private:
  void end_exclusion(std::uint32_t end) {
    found_.excluded.push_back({off_at_, end});
    is_off_ = false;
  }

  std::string_view text_;
  Directives found_;
  bool is_off_ = false;
  std::uint32_t off_at_ = 0;  // Where sorting was switched off.
};

}  // namespace

Directives find_directives(const parser::Parsed& parsed) {
  Collector collector(parsed.text());
  for (const std::uint32_t index : parsed.comments()) collector.add(parsed.tokens()[index].range);
  return collector.finish();
}

}  // namespace lint::imports
