#include "common/vcs/repository.h"

#include <git2.h>
#include <pwd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#endif
#endif

namespace common::vcs {
namespace {

// libgit2 1.5 forgets PCRE2's match data where a regular expression over names of
// settings does not match, which it asks when it opens a repository.
#ifdef __has_feature
#if __has_feature(address_sanitizer)
using ForgottenByLibrary = __lsan::ScopedDisabler;
#else
struct ForgottenByLibrary {};
#endif
#else
struct ForgottenByLibrary {};
#endif

// Of the repository's format; none of them changes where excludes are.
constexpr std::array kExtensions = {"objectformat",   "partialclone",       "preciousobjects",
                                    "refstorage",     "relativeworktrees",  "compatobjectformat",
                                    "worktreeconfig", "submodulepathconfig"};

// Counted by the library: balanced calls from any thread.
class Library {
 public:
  Library() {
    if (git_libgit2_init() != 1) return;
    std::array<const char*, kExtensions.size()> names = kExtensions;
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names.data(), names.size());
  }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using RepositoryPtr = std::unique_ptr<git_repository, Deleter<git_repository_free>>;
using ConfigPtr = std::unique_ptr<git_config, Deleter<git_config_free>>;
using EntryPtr = std::unique_ptr<git_config_entry, Deleter<git_config_entry_free>>;
using FilePtr = std::unique_ptr<std::FILE, Deleter<std::fclose>>;

// Replaces what libgit2 found for a level by another file; as in git, an empty
// name stands for no file.
void replace_level(git_config* config, git_config_level_t level, const char* path,
                   git_repository* repository) {
  const char* file = *path == '\0' ? "/dev/null" : path;
  git_config_add_file_ondisk(config, file, level, repository, 1);
}

bool is_true(const char* value) {
  int is_set = 0;
  return value != nullptr && git_config_parse_bool(&is_set, value) == 0 && is_set != 0;
}

void obey_environment(git_config* config, git_repository* repository) {
  if (const char* path = std::getenv("GIT_CONFIG_GLOBAL")) {
    replace_level(config, GIT_CONFIG_LEVEL_XDG, path, repository);
    replace_level(config, GIT_CONFIG_LEVEL_GLOBAL, path, repository);
  }
  if (is_true(std::getenv("GIT_CONFIG_NOSYSTEM"))) {
    replace_level(config, GIT_CONFIG_LEVEL_SYSTEM, "", repository);
  } else if (const char* path = std::getenv("GIT_CONFIG_SYSTEM")) {
    replace_level(config, GIT_CONFIG_LEVEL_SYSTEM, path, repository);
  }
}

// Read from the file itself: the system's functions for it load its name
// services, which a static program must not.
std::optional<std::string> home_of(const std::string& user) {
  FilePtr file(std::fopen("/etc/passwd", "re"));
  if (file == nullptr) return std::nullopt;
  while (const passwd* entry = fgetpwent(file.get())) {
    if (user == entry->pw_name) return entry->pw_dir;
  }
  return std::nullopt;
}

// `~/x` and `~user/x`.  A user nobody knows leaves the path as it is.
std::string expand_home(std::string path) {
  if (!path.starts_with('~')) return path;
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string user = path.substr(1, end - 1);
  std::optional<std::string> home;
  if (!user.empty()) {
    home = home_of(user);
  } else if (const char* value = std::getenv("HOME")) {
    home = value;
  }
  if (home) path.replace(0, end, *home);
  return path;
}

std::unexpected<Error> last_failure(std::string_view path) {
  const git_error* error = git_error_last();
  return fail(std::string(path) + ": " + (error == nullptr ? "git failed" : error->message));
}

}  // namespace

struct Repository::Impl {
  Library library;  // Outlives the handle.
  RepositoryPtr handle;
};

Result<Repository> Repository::open(const std::string& directory) {
  auto impl = std::make_unique<Impl>();
  git_repository* handle = nullptr;
  [[maybe_unused]] const ForgottenByLibrary leaks;
  if (git_repository_open_ext(&handle, directory.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) !=
      0) {
    return last_failure(directory);
  }
  impl->handle.reset(handle);
  return Repository(std::move(impl));
}

Repository::Repository(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Repository::~Repository() = default;
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;

std::optional<std::string> Repository::excludes_file() const {
  git_repository* repository = impl_->handle.get();
  git_config* config = nullptr;
  if (git_repository_config(&config, repository) != 0) return std::nullopt;
  ConfigPtr config_owner(config);
  obey_environment(config, repository);
  git_config_entry* entry = nullptr;
  if (git_config_get_entry(&entry, config, "core.excludesfile") != 0) return std::nullopt;
  EntryPtr entry_owner(entry);
  std::string path = expand_home(entry->value);
  const char* work_tree = git_repository_workdir(repository);
  if (!path.empty() && !path.starts_with('/') && work_tree != nullptr) path.insert(0, work_tree);
  return path;
}

std::string Repository::exclude_file() const {
  return std::string(git_repository_commondir(impl_->handle.get())) + "info/exclude";
}

}  // namespace common::vcs
