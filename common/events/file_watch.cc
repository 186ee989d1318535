#include "common/events/file_watch.h"

#include <uv.h>

#include <filesystem>
#include <utility>

namespace common::events {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

// The directories to watch for a path; a file is watched through its own.
std::vector<std::string> directories_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    const std::string parent = fs::path(path).parent_path().string();
    return {parent.empty() ? "." : parent};
  }
  std::vector<std::string> directories = {path};
  fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied,
                                         error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (!entry->is_directory(error) || entry->is_symlink(error)) continue;
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else {
      directories.push_back(entry->path().string());
    }
  }
  return directories;
}

}  // namespace

struct FileWatch::Loop {
  uv_loop_t loop;
  uv_timer_t timer;
  std::vector<std::unique_ptr<uv_fs_event_t>> watches;
  const std::function<bool(std::string_view)>* relevant = nullptr;
  unsigned quiet_milliseconds = 0;

  Loop() {
    uv_loop_init(&loop);
    uv_timer_init(&loop, &timer);
    timer.data = this;
  }
  ~Loop() {
    uv_close(reinterpret_cast<uv_handle_t*>(&timer), nullptr);
    for (const auto& watch : watches)
      uv_close(reinterpret_cast<uv_handle_t*>(watch.get()), nullptr);
    uv_run(&loop, UV_RUN_DEFAULT);  // Lets the handles close.
    uv_loop_close(&loop);
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  int add(const std::string& directory) {
    auto watch = std::make_unique<uv_fs_event_t>();
    uv_fs_event_init(&loop, watch.get());
    watch->data = this;
    const int status = uv_fs_event_start(watch.get(), on_event, directory.c_str(), 0);
    watches.push_back(std::move(watch));
    return status;
  }

  static void on_event(uv_fs_event_t* watch, const char* name, int, int) {
    auto* const self = static_cast<Loop*>(watch->data);
    if (name == nullptr || self->relevant == nullptr || !(*self->relevant)(name)) return;
    uv_timer_start(&self->timer, on_quiet, self->quiet_milliseconds, 0);
  }
  static void on_quiet(uv_timer_t* timer) { uv_stop(&static_cast<Loop*>(timer->data)->loop); }
};

FileWatch::FileWatch(std::unique_ptr<Loop> loop) : loop_(std::move(loop)) {}
FileWatch::FileWatch(FileWatch&&) noexcept = default;
FileWatch& FileWatch::operator=(FileWatch&&) noexcept = default;
FileWatch::~FileWatch() = default;

Result<FileWatch> FileWatch::create(const std::vector<std::string>& paths) {
  auto loop = std::make_unique<Loop>();
  for (const std::string& path : paths) {
    for (const std::string& directory : directories_of(path)) {
      if (const int status = loop->add(directory); status != 0) {
        return fail("cannot watch " + directory + ": " + uv_strerror(status));
      }
    }
  }
  return FileWatch(std::move(loop));
}

void FileWatch::wait(const std::function<bool(std::string_view name)>& relevant,
                     unsigned quiet_milliseconds) {
  loop_->relevant = &relevant;
  loop_->quiet_milliseconds = quiet_milliseconds;
  uv_run(&loop_->loop, UV_RUN_DEFAULT);
  loop_->relevant = nullptr;
}

}  // namespace common::events
