// Loop: the server's one thread, and what it waits for (libuv).
//
// Watches call their function from run() only, and never after they are gone; they
// may be destroyed inside of it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mux::server {

class Loop {
 public:
  Loop();
  ~Loop();  // No watch may be left.
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  void run();  // Until stop().
  void stop();
  // For whoever runs it step by step: what is ready, without waiting but for what runs on
  // threads.  Returns after how many milliseconds there is more to do; none: not before
  // somebody else does something.
  std::optional<std::uint64_t> run_ready();
  // Of this iteration, from any start.
  std::uint64_t now_ms() const;
  // For what is read; whoever is called uses it until it returns.
  std::span<char> buffer() { return buffer_; }

  struct Implementation;
  Implementation& implementation() { return *implementation_; }

 private:
  std::unique_ptr<Implementation> implementation_;
  std::vector<char> buffer_;
};

struct Ready {
  bool can_read = false;  // Also when the other side is gone: reading tells.
  bool can_write = false;
};

class DescriptorWatch {
 public:
  // `descriptor` stays open until the watch is gone.  Waits for nothing at first.
  DescriptorWatch(Loop& loop, int descriptor, std::function<void(Ready)> callback);
  ~DescriptorWatch();
  DescriptorWatch(const DescriptorWatch&) = delete;
  DescriptorWatch& operator=(const DescriptorWatch&) = delete;

  void wait_for(bool reading, bool writing);

 private:
  struct Handle;
  Handle* handle_;  // Lives on until the loop has closed it.
};

class Timer {
 public:
  Timer(Loop& loop, std::function<void()> callback);
  ~Timer();
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  void start(std::uint64_t milliseconds);  // Anew, if it runs.
  void stop();
  bool is_running() const;

 private:
  struct Handle;
  Handle* handle_;
};

class SignalWatch {
 public:
  SignalWatch(Loop& loop, int signal, std::function<void()> callback);
  ~SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

 private:
  struct Handle;
  Handle* handle_;
};

// Calls with the name of a file that has appeared, changed or gone.  A folder that is
// not there is not watched.
class FolderWatch {
 public:
  FolderWatch(Loop& loop, const std::string& path, std::function<void(std::string_view)> callback);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

 private:
  struct Handle;
  Handle* handle_;
};

// Calls once per iteration, before the loop waits.
class IterationWatch {
 public:
  IterationWatch(Loop& loop, std::function<void()> callback);
  ~IterationWatch();
  IterationWatch(const IterationWatch&) = delete;
  IterationWatch& operator=(const IterationWatch&) = delete;

 private:
  struct Handle;
  Handle* handle_;
};

}  // namespace mux::server
