#include "mux/server/loop.h"

#include <poll.h>
#include <uv.h>

#include <utility>

#include "common/base/check.h"
#include "mux/server/background_task.h"

namespace mux::server {

struct Loop::Implementation {
  uv_loop_t loop;
  int tasks = 0;  // That run on threads.
};

namespace {

// What a pane may bring in one iteration, so that all have their turn.
constexpr std::size_t kBufferSize = std::size_t{64} << 10;

template <typename Handle>
Handle* handle_of(void* data) {
  return static_cast<Handle*>(data);
}

template <typename Handle>
void close(Handle* handle) {
  handle->is_closed = true;
  uv_close(reinterpret_cast<uv_handle_t*>(&handle->handle),
           [](uv_handle_t* closed) { delete handle_of<Handle>(closed->data); });
}

}  // namespace

Loop::Loop() : implementation_(std::make_unique<Implementation>()), buffer_(kBufferSize) {
  CHECK(uv_loop_init(&implementation_->loop) == 0);
}

Loop::~Loop() {
  while (implementation_->tasks > 0) uv_run(&implementation_->loop, UV_RUN_ONCE);
  uv_run(&implementation_->loop, UV_RUN_NOWAIT);  // Lets the handles close.
  CHECK(uv_loop_close(&implementation_->loop) == 0);
}

void Loop::run() {
  uv_run(&implementation_->loop, UV_RUN_DEFAULT);
}

std::optional<std::uint64_t> Loop::run_ready() {
  uv_loop_t& loop = implementation_->loop;
  uv_run(&loop, implementation_->tasks > 0 ? UV_RUN_ONCE : UV_RUN_NOWAIT);
  if (implementation_->tasks > 0) return 0;
  pollfd ready{.fd = uv_backend_fd(&loop), .events = POLLIN, .revents = 0};
  if (::poll(&ready, 1, 0) > 0) return 0;
  const int timeout = uv_backend_timeout(&loop);
  return timeout < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(timeout));
}

void Loop::stop() {
  uv_stop(&implementation_->loop);
}

std::uint64_t Loop::now_ms() const {
  return uv_now(&implementation_->loop);
}

struct DescriptorWatch::Handle {
  uv_poll_t handle;
  std::function<void(Ready)> callback;
  int events = 0;
  bool is_closed = false;
};

DescriptorWatch::DescriptorWatch(Loop& loop, int descriptor, std::function<void(Ready)> callback)
    : handle_(new Handle) {
  handle_->callback = std::move(callback);
  CHECK(uv_poll_init(&loop.implementation().loop, &handle_->handle, descriptor) == 0);
  handle_->handle.data = handle_;
}

DescriptorWatch::~DescriptorWatch() {
  close(handle_);
}

void DescriptorWatch::wait_for(bool reading, bool writing) {
  const int events = (reading ? UV_READABLE : 0) | (writing ? UV_WRITABLE : 0);
  if (std::exchange(handle_->events, events) == events) return;
  if (events == 0) {
    uv_poll_stop(&handle_->handle);
    return;
  }
  uv_poll_start(&handle_->handle, events, [](uv_poll_t* poll, int status, int ready) {
    auto* const handle = handle_of<Handle>(poll->data);
    if (handle->is_closed) return;
    // After a failure reading and writing tell what it was.
    handle->callback({.can_read = status < 0 || (ready & UV_READABLE) != 0,
                      .can_write = status < 0 || (ready & UV_WRITABLE) != 0});
  });
}

struct Timer::Handle {
  uv_timer_t handle;
  std::function<void()> callback;
  bool is_closed = false;
};

Timer::Timer(Loop& loop, std::function<void()> callback) : handle_(new Handle) {
  handle_->callback = std::move(callback);
  uv_timer_init(&loop.implementation().loop, &handle_->handle);
  handle_->handle.data = handle_;
}

Timer::~Timer() {
  close(handle_);
}

void Timer::start(std::uint64_t milliseconds) {
  uv_timer_start(
      &handle_->handle,
      [](uv_timer_t* timer) {
        auto* const handle = handle_of<Handle>(timer->data);
        if (!handle->is_closed) handle->callback();
      },
      milliseconds, 0);
}

void Timer::stop() {
  uv_timer_stop(&handle_->handle);
}

bool Timer::is_running() const {
  return uv_is_active(reinterpret_cast<const uv_handle_t*>(&handle_->handle)) != 0;
}

struct SignalWatch::Handle {
  uv_signal_t handle;
  std::function<void()> callback;
  bool is_closed = false;
};

SignalWatch::SignalWatch(Loop& loop, int signal, std::function<void()> callback)
    : handle_(new Handle) {
  handle_->callback = std::move(callback);
  CHECK(uv_signal_init(&loop.implementation().loop, &handle_->handle) == 0);
  handle_->handle.data = handle_;
  CHECK(uv_signal_start(
            &handle_->handle,
            [](uv_signal_t* watch, int) {
              auto* const handle = handle_of<Handle>(watch->data);
              if (!handle->is_closed) handle->callback();
            },
            signal) == 0);
}

SignalWatch::~SignalWatch() {
  close(handle_);
}

struct FolderWatch::Handle {
  uv_fs_event_t handle;
  std::function<void(std::string_view)> callback;
  bool is_closed = false;
};

FolderWatch::FolderWatch(Loop& loop, const std::string& path,
                         std::function<void(std::string_view)> callback)
    : handle_(new Handle) {
  handle_->callback = std::move(callback);
  uv_fs_event_init(&loop.implementation().loop, &handle_->handle);
  handle_->handle.data = handle_;
  uv_fs_event_start(
      &handle_->handle,
      [](uv_fs_event_t* event, const char* name, int /*events*/, int status) {
        auto* const handle = handle_of<Handle>(event->data);
        if (!handle->is_closed && status == 0 && name != nullptr) handle->callback(name);
      },
      path.c_str(), 0);
}

FolderWatch::~FolderWatch() {
  close(handle_);
}

struct IterationWatch::Handle {
  uv_prepare_t handle;
  std::function<void()> callback;
  bool is_closed = false;
};

IterationWatch::IterationWatch(Loop& loop, std::function<void()> callback) : handle_(new Handle) {
  handle_->callback = std::move(callback);
  uv_prepare_init(&loop.implementation().loop, &handle_->handle);
  handle_->handle.data = handle_;
  uv_prepare_start(&handle_->handle, [](uv_prepare_t* prepare) {
    auto* const handle = handle_of<Handle>(prepare->data);
    if (!handle->is_closed) handle->callback();
  });
}

IterationWatch::~IterationWatch() {
  close(handle_);
}

struct BackgroundTask::Request {
  uv_work_t request;
  Loop::Implementation* loop = nullptr;
  std::function<void()> work;
  std::function<void()> done;
  bool is_running = false;
  bool is_abandoned = false;
};

BackgroundTask::BackgroundTask(Loop& loop) : loop_(loop), request_(new Request) {
  request_->request.data = request_;
  request_->loop = &loop.implementation();
}

BackgroundTask::~BackgroundTask() {
  if (request_->is_running) {
    request_->is_abandoned = true;
  } else {
    delete request_;
  }
}

bool BackgroundTask::is_running() const {
  return request_->is_running;
}

void BackgroundTask::start(std::function<void()> work, std::function<void()> done) {
  CHECK(!request_->is_running);
  request_->work = std::move(work);
  request_->done = std::move(done);
  request_->is_running = true;
  ++request_->loop->tasks;
  uv_queue_work(
      &loop_.implementation().loop, &request_->request,
      [](uv_work_t* queued) {
        auto* const request = handle_of<Request>(queued->data);
        request->work();
        // What it owns may be large: freed here, it keeps nobody waiting.
        request->work = nullptr;
      },
      [](uv_work_t* over, int) {
        auto* const request = handle_of<Request>(over->data);
        request->is_running = false;
        --request->loop->tasks;
        if (request->is_abandoned) {
          delete request;
        } else {
          std::exchange(request->done, nullptr)();
        }
      });
}

}  // namespace mux::server
