#include "common/walk/entry_filter.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

#include "common/base/result.h"
#include "common/walk/file_types.h"
#include "common/walk/name_key.h"
#include "common/walk/overrides.h"

namespace common::walk {
namespace {

std::uint8_t type_of_mode(mode_t mode) {
  if (S_ISDIR(mode)) return DT_DIR;
  if (S_ISREG(mode)) return DT_REG;
  return S_ISLNK(mode) ? DT_LNK : DT_CHR;
}

// A name that ends in a dot is not hidden to ripgrep.
bool is_hidden(std::string_view name) {
  return name.front() == '.' && name.back() != '.';
}

// Followed by the place of the rule.
constexpr const char* kByRule = "a rule matches it: ";

}  // namespace

// An entry and what is known of it so far.
struct EntryFilter::Session::Facts {
  const DirectoryReader::Item& item;
  std::uint8_t type;         // DT_*, of the target where a link is followed.
  bool is_followed = false;  // A link that was followed: `target` is set.
  struct stat target = {};

  bool is_directory() const { return type == DT_DIR; }
};

void EntryFilter::Session::begin(const WalkDirectory& directory, int fd) {
  directory_ = &directory;
  fd_ = fd;
  shown_ = directory.path;
  has_rules_ = filter_.rules_.is_active();
  absolute_.clear();
  if (has_rules_ && filter_.rules_.needs_absolute_path(directory.rules.get())) {
    absolute_ = directory.root->absolute;
    absolute_ += '/';
    absolute_.append(directory.path, directory.root->prefix);
  }
  absolute_prefix_ = absolute_.size();
}

EntryFilter::Decision EntryFilter::Session::decide(const DirectoryReader::Item& item) {
  const WalkOptions& options = filter_.options_;
  Facts facts{.item = item, .type = item.type};
  shown_.resize(directory_->path.size());
  shown_ += item.view();
  if (facts.type == DT_UNKNOWN && !learn_type(facts)) return Decision::Skip;
  if (facts.type == DT_LNK && options.follow_links && !follow_link(facts)) return Decision::Skip;
  if (facts.type != DT_REG && facts.type != DT_DIR && !options.any_kind) {
    return skip(facts, "it is not a regular file");
  }
  if (const char* reason = reason_to_skip(facts)) return skip(facts, reason);
  return facts.is_directory() ? Decision::Descend : Decision::Visit;
}

EntryFilter::Decision EntryFilter::Session::skip(const Facts& facts, const char* reason) {
  if (!filter_.options_.debug) return Decision::Skip;
  std::string message = "ignoring " + shown_ + ": " + reason;
  if (reason == kByRule) {
    NameKey key(facts.item.view());
    message += filter_.rules_.matching_line(directory_->rules.get(), rule_path(facts, key));
  }
  visitor_.debug(std::move(message));
  return Decision::Skip;
}

bool EntryFilter::Session::learn_type(Facts& facts) {
  struct stat status;
  if (fstatat(fd_, facts.item.name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    visitor_.error(shown_ + ": " + os_error_text(errno));
    return false;
  }
  facts.type = type_of_mode(status.st_mode);
  return true;
}

bool EntryFilter::Session::follow_link(Facts& facts) {
  if (fstatat(fd_, facts.item.name, &facts.target, 0) != 0) {
    visitor_.error(shown_ + ": " + os_error_text(errno));
    return false;
  }
  facts.is_followed = true;
  facts.type = type_of_mode(facts.target.st_mode);
  return !facts.is_directory() || !is_loop(facts);
}

bool EntryFilter::Session::is_loop(const Facts& facts) {
  FileId target{.device = facts.target.st_dev, .inode = facts.target.st_ino};
  for (const WalkDirectory* at = directory_; at != nullptr; at = at->above.get()) {
    if (at->id != target) continue;
    visitor_.error("File system loop found: " + shown_ + " points to an ancestor " + at->display());
    return true;
  }
  return false;
}

// Null: there is none.
const char* EntryFilter::Session::reason_to_skip(const Facts& facts) {
  const WalkOptions& options = filter_.options_;
  bool is_wanted = false;
  if (options.overrides != nullptr) {
    Verdict verdict = options.overrides->matched(shown_, facts.is_directory());
    if (verdict == Verdict::Ignore) return "a glob of the command line excludes it";
    is_wanted = verdict == Verdict::Whitelist;
  }
  if (!is_wanted) {
    Verdict verdict = Verdict::None;
    if (has_rules_) {
      NameKey key(facts.item.view());
      verdict = filter_.rules_.match(directory_->rules.get(), rule_path(facts, key));
    }
    if (verdict == Verdict::Ignore) return kByRule;
    is_wanted = verdict == Verdict::Whitelist;
    if (options.types != nullptr && !facts.is_directory()) {
      verdict = options.types->matched(facts.item.view());
      if (verdict == Verdict::Ignore) return "it is not of a selected type";
      is_wanted |= verdict == Verdict::Whitelist;
    }
  }
  if (!is_wanted && !options.hidden && is_hidden(facts.item.view())) return "it is hidden";
  if (options.skip && is_output_file(facts)) return "output goes to it";
  if (options.max_filesize && is_too_large(facts)) return "it is too large";
  if (options.policy != nullptr &&
      !options.policy->admits(directory_->state, shown_, facts.is_directory())) {
    return "it is not wanted";
  }
  return nullptr;
}

// Good until the next call.
IgnoreStack::Path EntryFilter::Session::rule_path(const Facts& facts, const NameKey& key) {
  if (absolute_prefix_ != 0) {
    absolute_.resize(absolute_prefix_);
    absolute_ += facts.item.view();
  }
  return {.shown = shown_, .absolute = absolute_, .key = key, .is_directory = facts.is_directory()};
}

bool EntryFilter::Session::is_output_file(const Facts& facts) const {
  const FileId& output = *filter_.options_.skip;
  if (facts.is_followed) {
    return FileId{.device = facts.target.st_dev, .inode = facts.target.st_ino} == output;
  }
  if (facts.item.inode != output.inode) return false;
  struct stat status;
  return fstatat(fd_, facts.item.name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         FileId{.device = status.st_dev, .inode = status.st_ino} == output;
}

bool EntryFilter::Session::is_too_large(const Facts& facts) const {
  if (facts.is_directory()) return false;
  struct stat status = facts.target;
  if (!facts.is_followed && fstatat(fd_, facts.item.name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return false;  // Opening it will tell.
  }
  return static_cast<std::uint64_t>(status.st_size) > *filter_.options_.max_filesize;
}

}  // namespace common::walk
