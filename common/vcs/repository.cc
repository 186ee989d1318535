#include "common/vcs/repository.h"

#include <git2.h>

#include <string_view>
#include <utility>

namespace common::vcs {
namespace {

// Counted by the library: balanced calls from any thread.
class Library {
 public:
  Library() { git_libgit2_init(); }
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
using IndexPtr = std::unique_ptr<git_index, Deleter<git_index_free>>;

class Buffer {
 public:
  Buffer() = default;
  ~Buffer() { git_buf_dispose(&buffer_); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  git_buf* out() { return &buffer_; }
  std::string text() const { return std::string(buffer_.ptr, buffer_.size); }

 private:
  git_buf buffer_ = GIT_BUF_INIT;
};

std::unexpected<Error> last_failure(std::string_view path) {
  const git_error* error = git_error_last();
  return fail(std::string(path) + ": " + (error == nullptr ? "git failed" : error->message));
}

}  // namespace

struct Repository::Impl {
  Library library;  // Outlives the handle.
  RepositoryPtr handle;
};

Result<Repository> Repository::discover(const std::string& path) {
  auto impl = std::make_unique<Impl>();
  git_repository* handle = nullptr;
  if (git_repository_open_ext(&handle, path.c_str(), 0, nullptr) != 0) return last_failure(path);
  impl->handle.reset(handle);
  return Repository(std::move(impl));
}

Repository::Repository(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Repository::~Repository() = default;
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;

std::optional<std::string> Repository::work_directory() const {
  const char* path = git_repository_workdir(impl_->handle.get());
  return path == nullptr ? std::nullopt : std::optional<std::string>(path);
}

std::string Repository::common_directory() const {
  return git_repository_commondir(impl_->handle.get());
}

std::string Repository::exclude_file() const {
  return common_directory() + "info/exclude";
}

std::optional<std::string> Repository::excludes_file() const {
  git_config* config = nullptr;
  if (git_repository_config_snapshot(&config, impl_->handle.get()) == 0) {
    ConfigPtr owner(config);
    Buffer path;
    if (git_config_get_path(path.out(), config, "core.excludesfile") == 0) return path.text();
  }
  Buffer directory;
  int found = git_libgit2_opts(GIT_OPT_GET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, directory.out());
  if (found != 0 || directory.text().empty()) return std::nullopt;
  return directory.text() + "/ignore";
}

Result<bool> Repository::is_ignored(const std::string& path) const {
  int ignored = 0;
  if (git_ignore_path_is_ignored(&ignored, impl_->handle.get(), path.c_str()) != 0) {
    return last_failure(path);
  }
  return ignored != 0;
}

Result<bool> Repository::is_tracked(const std::string& path) const {
  git_index* index = nullptr;
  if (git_repository_index(&index, impl_->handle.get()) != 0) return last_failure(path);
  IndexPtr owner(index);
  return git_index_get_bypath(index, path.c_str(), 0) != nullptr;
}

}  // namespace common::vcs
