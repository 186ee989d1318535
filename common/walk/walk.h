// The parallel directory walk with ignore rules, the same for search and lint.
//
// Shape: a shared list of work items (a directory to list, or a batch of files
// of a listed one) in path order, work_list.h; a thread lists a directory with
// one getdents64 loop (directory_reader.h), decides every entry
// (entry_filter.h), hands on its subdirectories and visits its files by openat
// on the directory's descriptor.  Idle threads wait on a condition, they do not
// poll.  Ignore files are found in the listing, never probed.  Directories are
// opened by their full path, so that no descriptor outlives the visit of its
// files.
//
// Order::Path gives results in the order of a sequential walk that sorts every
// directory by name bytes, with all threads at work: each batch's output waits
// in its place in the list and is emitted when all before it is out.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/walk/ignore_options.h"

namespace common::walk {

class DirectoryReader;  // directory_reader.h
class FileTypes;        // file_types.h
class Overrides;        // overrides.h

struct FileId {
  dev_t device = 0;
  ino_t inode = 0;
  bool operator==(const FileId&) const = default;
};

enum class Order : std::uint8_t { None, Path };

// What a program decides about a walk beside the rules.  Called by all threads.
class WalkPolicy {
 public:
  virtual ~WalkPolicy() = default;
  // Before the entries of a directory are judged: what the program knows of it,
  // to be handed to admits(), to the visitor and to enter() of the directories
  // below, as `above`; null for roots.  `directory` ends in '/'.
  virtual const void* enter(std::string_view directory, const void* above,
                            const DirectoryReader& listing) = 0;
  // Is an entry wanted that the rules let pass?  Not asked for roots.
  virtual bool admits(const void* state, std::string_view path, bool is_directory) = 0;
};

struct WalkOptions {
  // Path arguments in order, as typed ("./" for "nothing given").
  std::vector<std::string> roots;
  // Print paths without a root's leading "./": for a root nobody typed.
  bool strip_dot_prefix = false;
  unsigned threads = 1;
  Order order = Order::None;
  bool hidden = false;
  bool follow_links = false;
  bool one_file_system = false;
  std::optional<std::size_t> max_depth;
  std::optional<std::uint64_t> max_filesize;
  IgnoreOptions ignore;
  std::shared_ptr<const Overrides> overrides;  // Null: none.
  std::shared_ptr<const FileTypes> types;      // Null: no selection.
  std::optional<FileId> skip;                  // The file stdout goes to.
  WalkPolicy* policy = nullptr;                // Null: none.
  // Visit what is neither file nor directory too: links that are not followed,
  // pipes, devices.
  bool any_kind = false;
  // Visitors note names and open nothing: Entry::dir_fd and open_name are not set.
  bool names_only = false;
  bool debug = false;  // Report why entries were skipped through Visitor::debug.
};

// What one thread produced from one batch of files, in a form that can wait.
// Empty chunks are allowed and are passed on.
struct Chunk {
  virtual ~Chunk() = default;
  virtual std::size_t size() const = 0;  // Bytes held, for back pressure.
};

// Where a visitor that would hold too much of one file lets go of it.
class Turn {
 public:
  virtual ~Turn() = default;
  // Waits until all that goes before is emitted, then emits `chunk`, which has
  // all that the visitor produced since it was last asked.
  virtual void emit(std::unique_ptr<Chunk> chunk) = 0;
};

// One file to visit.  Views live until visit() returns.
struct Entry {
  int dir_fd = -1;             // openat() base: AT_FDCWD for roots.
  const char* open_name = "";  // Path relative to dir_fd, NUL-terminated.
  // The path is printed as directory + name; `directory` is empty or ends in '/'.
  std::string_view directory;
  std::string_view name;
  bool is_explicit = false;     // A root: given by the user, no filter applied.
  bool is_stdin = false;        // The root "-".
  std::size_t depth = 0;        // 0 for roots.
  Turn* turn = nullptr;         // With order, unless names are all that is wanted.
  const void* state = nullptr;  // What WalkPolicy::enter() returned for the directory.
  std::string path() const { return std::string(directory).append(name); }
};

// One per thread; calls on one visitor never overlap.
class Visitor {
 public:
  virtual ~Visitor() = default;
  virtual void visit(const Entry& entry) = 0;
  // An entry that cannot be listed or opened by the walk itself; `message` is
  // complete ("PATH: Permission denied (os error 13)").
  virtual void error(std::string message) = 0;
  // A bad line of an ignore file, an unreadable one: not an error of the run.
  virtual void ignore_message(std::string message) = 0;
  virtual void debug(std::string message) = 0;
  // Order::Path: hands over what was produced since the last call (may be null).
  virtual std::unique_ptr<Chunk> take() = 0;
};

struct Walk {
  // Called once per thread before it starts, on that thread.
  std::function<std::unique_ptr<Visitor>(unsigned thread)> make_visitor;
  // Order::Path: receives all chunks, one call at a time, in path order, on
  // whichever thread completes the next one.
  std::function<void(std::unique_ptr<Chunk>)> emit;
  // True stops the walk soon (first match under -q, output closed).
  std::function<bool()> stopped;
};

// Runs the walk to its end.  The calling thread works too: threads == 1 starts none.
void run_walk(const WalkOptions& options, const Walk& walk);

// One path of a list that an earlier walk collected.
struct ListedPath {
  std::string path;
  bool is_explicit = false;
  bool is_stdin = false;
  std::size_t depth = 0;
};

// Visits the files of a list that is ordered already (--sortr, --sort by time)
// on all threads; chunks are emitted in list order.
void run_list(const std::vector<ListedPath>& paths, unsigned threads, const Walk& walk);
void run_list(const std::vector<std::string>& paths, unsigned threads, const Walk& walk);

}  // namespace common::walk
