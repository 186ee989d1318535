// FileTypes: definitions as the command line changes them, and the selection.
#include <utf8proc.h>

#include <algorithm>
#include <map>
#include <utility>

#include "common/walk/file_type_rows.h"
#include "common/walk/file_types.h"
#include "common/walk/glob.h"

namespace common::walk {
namespace {

using Globs = std::vector<std::string>;
using Definitions = std::map<std::string, Globs, std::less<>>;

constexpr std::string_view kInvalidDefinition =
    "invalid definition (format is type:glob, e.g., html:*.html)";

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_letter_or_number(utf8proc_int32_t code) {
  utf8proc_category_t category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

bool is_valid_name(std::string_view name) {
  if (name.empty() || name == "all") return false;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
  const auto* end = at + name.size();
  while (at < end) {
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t length = utf8proc_iterate(at, end - at, &code);
    if (length <= 0 || !is_letter_or_number(code)) return false;
    at += length;
  }
  return true;
}

Definitions built_in_definitions() {
  Definitions definitions;
  for (const FileTypeRow& row : file_type_rows()) {
    Globs& globs = definitions[std::string(row.name)];
    for (std::string_view glob : split(row.globs, ' ')) globs.emplace_back(glob);
  }
  return definitions;
}

// "name:glob" or "name:include:other,another".
Result<void> add_definition(Definitions& definitions, std::string_view text) {
  std::vector<std::string_view> parts = split(text, ':');
  bool is_include = parts.size() == 3 && parts[1] == "include";
  if ((parts.size() != 2 && !is_include) || !is_valid_name(parts[0]) || parts.back().empty()) {
    return fail(std::string(kInvalidDefinition));
  }
  Globs added;
  if (is_include) {
    for (std::string_view other : split(parts[2], ',')) {
      auto found = definitions.find(other);
      if (found == definitions.end()) return fail(std::string(kInvalidDefinition));
      added.insert(added.end(), found->second.begin(), found->second.end());
    }
  } else {
    added.emplace_back(parts[1]);
  }
  Globs& globs = definitions[std::string(parts[0])];
  globs.insert(globs.end(), added.begin(), added.end());
  return {};
}

struct Choice {
  std::string name;
  bool is_negated;
};

void choose(std::vector<Choice>& choices, const Definitions& definitions, const std::string& name,
            bool is_negated) {
  if (name != "all") {
    choices.push_back({name, is_negated});
    return;
  }
  for (const auto& [each, globs] : definitions) choices.push_back({each, is_negated});
}

}  // namespace

struct FileTypes::Impl {
  Definitions definitions;
  GlobSet set;
  std::vector<bool> negated;  // Per glob of the set.
  bool has_choice = false;
  bool has_selected = false;
};

Result<FileTypes> FileTypes::create(const std::vector<Change>& changes) {
  auto impl = std::make_unique<Impl>();
  impl->definitions = built_in_definitions();
  std::vector<Choice> choices;
  for (const Change& change : changes) {
    if (change.kind == Change::Add) {
      Result<void> added = add_definition(impl->definitions, change.text);
      if (!added) return std::unexpected(std::move(added).error());
    } else if (change.kind == Change::Clear) {
      impl->definitions.erase(change.text);
    } else {
      choose(choices, impl->definitions, change.text, change.kind == Change::Negate);
    }
  }
  std::vector<Glob> globs;
  for (const Choice& choice : choices) {
    auto found = impl->definitions.find(choice.name);
    if (found == impl->definitions.end()) {
      return fail("unrecognized file type: " + choice.name +
                  "\n\nThe known types are listed by --type-list; --type-add defines others.");
    }
    for (const std::string& glob : found->second) {
      // Only base names are matched, for which `**/` changes nothing but
      // lets plain names and extensions be found by hash.
      std::string floating = glob.starts_with("**") ? glob : "**/" + glob;
      globs.push_back(TRY(Glob::compile(floating, GlobOptions{}, glob)));
      impl->negated.push_back(choice.is_negated);
    }
    impl->has_selected |= !choice.is_negated;
  }
  impl->has_choice = !choices.empty();
  impl->set = GlobSet(std::move(globs));
  return FileTypes(std::move(impl));
}

FileTypes::FileTypes(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
FileTypes::~FileTypes() = default;
FileTypes::FileTypes(FileTypes&&) noexcept = default;
FileTypes& FileTypes::operator=(FileTypes&&) noexcept = default;

bool FileTypes::has_selection() const {
  return impl_->has_choice;
}

Verdict FileTypes::matched(std::string_view file_name) const {
  // A name that ends in a dot has no type, as in ripgrep.
  int match = file_name.ends_with('.') ? -1 : impl_->set.last_match(file_name, false);
  if (match < 0) return impl_->has_selected ? Verdict::Ignore : Verdict::None;
  return impl_->negated[static_cast<std::size_t>(match)] ? Verdict::Ignore : Verdict::Whitelist;
}

std::vector<std::pair<std::string, std::vector<std::string>>> FileTypes::definitions() const {
  std::vector<std::pair<std::string, std::vector<std::string>>> sorted;
  for (const auto& [name, globs] : impl_->definitions) {
    sorted.emplace_back(name, globs);
    std::sort(sorted.back().second.begin(), sorted.back().second.end());
  }
  return sorted;
}

}  // namespace common::walk
