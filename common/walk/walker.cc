#include "common/walk/walker.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include "common/base/result.h"
#include "common/walk/canonical_path.h"

namespace common::walk {
namespace {

// Files that one thread visits in a row; the rest of a larger directory goes
// to whoever is free.
constexpr std::size_t kBatch = 256;
// Reopening the directory pays from this many files on.
constexpr std::size_t kReopenFrom = 4;
// Names to be noted before looking whether the walk goes on.
constexpr std::uint32_t kNotedAtOnce = 256;

// A batch of files being put together.
void append_file(WorkList::Items& items, const std::shared_ptr<WalkDirectory>& directory,
                 std::string_view name) {
  if (items.empty() || items.back()->kind != WorkItem::Files || items.back()->count == kBatch) {
    items.push_back(std::make_unique<WorkItem>());
    items.back()->kind = WorkItem::Files;
    items.back()->directory = directory;
  }
  WorkItem& batch = *items.back();
  ++batch.count;
  batch.names.append(name).push_back('\0');
}

std::unique_ptr<WorkItem> finished_item(std::unique_ptr<Chunk> output) {
  auto item = std::make_unique<WorkItem>();
  item->kind = WorkItem::Files;
  item->chunk = std::move(output);
  item->is_finished = true;
  return item;
}

}  // namespace

void run_threads(unsigned threads, const std::function<void(unsigned)>& work) {
  std::vector<std::jthread> others;
  try {
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  } catch (const std::system_error&) {
    // The system gives no more threads; those there are can do all the work.
  }
  work(0);
}

Worker::Worker(const WalkOptions& options, IgnoreStack& rules, const EntryFilter& filter,
               WorkList& list, Visitor& visitor)
    : options_(options), rules_(rules), list_(list), visitor_(visitor), filter_(filter, visitor) {}

void Worker::run() {
  while (WorkItem* item = list_.take()) {
    // A sequential run ends where it is stopped; several threads meet all roots.
    if (options_.threads > 1 || !list_.is_stopped()) work_on(*item);
    std::unique_ptr<Chunk> output = std::move(own_output_);
    if (output == nullptr && options_.order == Order::Path) output = visitor_.take();
    list_.finish(item, std::move(output));
  }
}

void Worker::work_on(WorkItem& item) {
  switch (item.kind) {
    case WorkItem::Root:
      return start_root(item);
    case WorkItem::Directory:
      return list_directory(item, item.directory);
    case WorkItem::Files:
      return visit_batch(item);
  }
}

void Worker::visit_explicit(WorkItem& item, const std::string& path, bool is_stdin) {
  std::size_t slash = path.rfind('/') + 1;  // No slash: 0.
  Entry entry;
  entry.dir_fd = AT_FDCWD;
  entry.open_name = path.c_str();
  entry.directory = std::string_view(path).substr(0, slash);
  entry.name = std::string_view(path).substr(slash);
  entry.is_explicit = true;
  entry.is_stdin = is_stdin;
  ItemTurn turn(list_, &item);
  if (options_.order == Order::Path && !options_.names_only) entry.turn = &turn;
  visitor_.visit(entry);
}

void Worker::start_root(WorkItem& item) {
  const std::string& typed = options_.roots[item.number];
  const bool is_stdin = typed == "-";
  struct stat status = {};
  if (!is_stdin && stat(typed.c_str(), &status) != 0) {
    return visitor_.error(typed + ": " + os_error_text(errno));
  }
  if (list_.is_stopped()) return;
  if (is_stdin || !S_ISDIR(status.st_mode)) return visit_explicit(item, typed, is_stdin);
  auto root = std::make_shared<WalkRoot>();
  auto directory = std::make_shared<WalkDirectory>();
  root->typed = typed;
  root->device = status.st_dev;
  if (rules_.is_active()) {
    root->absolute = canonical_path(typed);
    IgnoreStack::Messages messages;
    directory->rules = rules_.above_root(root->absolute, messages);
    // Unlike those of the walk itself these count as errors, as in ripgrep.
    for (std::string& message : messages) visitor_.error(std::move(message));
    if (root->absolute == "/") root->absolute.clear();
  }
  directory->path = typed.ends_with('/') ? typed : typed + '/';
  if (options_.strip_dot_prefix && directory->path.starts_with("./")) {
    directory->path.erase(0, 2);
  }
  root->prefix = directory->path.size();
  directory->root = std::move(root);
  list_directory(item, directory);
}

void Worker::report(const IgnoreStack::Messages& messages) {
  for (const std::string& message : messages) visitor_.ignore_message(message);
}

void Worker::list_directory(WorkItem& item, const std::shared_ptr<WalkDirectory>& directory) {
  if (options_.max_depth && directory->depth >= *options_.max_depth) return;
  int fd = open(directory->open_path(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return visitor_.error(directory->display() + ": " + os_error_text(errno));
  if (learn_identity(*directory, fd)) {
    int error = reader_.read(fd);
    if (error != 0) visitor_.error(directory->display() + ": " + os_error_text(error));
    if (rules_.is_active()) read_rules(*directory);
    if (options_.policy != nullptr) {
      directory->state = options_.policy->enter(directory->path, directory->state, reader_);
    }
    filter_.begin(*directory, fd);
    if (options_.order == Order::Path) reader_.sort();
    own_files_.clear();
    list_.insert_behind(&item,
                        options_.names_only ? note_names(item, directory) : sort_out(directory));
    for (const Item* file : own_files_) {
      if (list_.is_stopped()) break;
      visit(item, *directory, fd, file->view());
    }
  }
  close(fd);
}

// False: the directory is on another file system and not to be entered.
bool Worker::learn_identity(WalkDirectory& directory, int fd) {
  if (!options_.follow_links && !options_.one_file_system) return true;
  struct stat status;
  if (fstat(fd, &status) != 0) return true;
  directory.id = {.device = status.st_dev, .inode = status.st_ino};
  return !options_.one_file_system || status.st_dev == directory.root->device;
}

void Worker::read_rules(WalkDirectory& directory) {
  FoundRules found = 0;
  for (const Item& entry : reader_.items()) {
    if (entry.name[0] == '.') found |= rules_.bit_of(entry.view());
  }
  if (found == 0) return;
  IgnoreStack::Messages messages;
  directory.rules = rules_.enter(std::move(directory.rules), directory.path, directory.path.size(),
                                 found, messages);
  report(messages);
}

std::unique_ptr<WorkItem> Worker::subdirectory(const std::shared_ptr<WalkDirectory>& above,
                                               const Item& item) const {
  auto directory = std::make_shared<WalkDirectory>();
  if (options_.follow_links) directory->above = above;
  directory->root = above->root;
  directory->path.reserve(above->path.size() + item.length + 1);
  directory->path.append(above->path).append(item.view()).push_back('/');
  directory->depth = above->depth + 1;
  directory->rules = above->rules;
  directory->state = above->state;
  auto work = std::make_unique<WorkItem>();
  work->kind = WorkItem::Directory;
  work->directory = std::move(directory);
  return work;
}

// True: its subdirectories are not to be listed.
bool Worker::ends_depth(const WalkDirectory& directory) const {
  return options_.max_depth && directory.depth + 1 >= *options_.max_depth;
}

// Decides about all entries.  Fills own_files_ with the files to visit first
// and returns the rest in order: with order whatever comes after the first
// subdirectory, else subdirectories and what exceeds a batch.
WorkList::Items Worker::sort_out(const std::shared_ptr<WalkDirectory>& directory) {
  bool is_ordered = options_.order == Order::Path;
  std::size_t own_limit = options_.threads > 1 ? kBatch : SIZE_MAX;
  WorkList::Items rest;
  for (const Item& entry : reader_.items()) {
    EntryFilter::Decision decision = filter_.decide(entry);
    if (decision == EntryFilter::Decision::Skip) continue;
    if (decision == EntryFilter::Decision::Descend) {
      if (!ends_depth(*directory)) rest.push_back(subdirectory(directory, entry));
    } else if (own_files_.size() < own_limit && (!is_ordered || rest.empty())) {
      own_files_.push_back(&entry);
    } else {
      append_file(rest, directory, entry.view());
    }
  }
  return rest;
}

void Worker::note(const WalkDirectory& directory, std::string_view name) {
  Entry entry;
  entry.directory = directory.path;
  entry.name = name;
  entry.depth = directory.depth + 1;
  entry.state = directory.state;
  visitor_.visit(entry);
}

// The same for visitors that only note names: nothing is put off.  With order,
// what comes after the first subdirectory is finished output.
WorkList::Items Worker::note_names(WorkItem& item,
                                   const std::shared_ptr<WalkDirectory>& directory) {
  bool is_ordered = options_.order == Order::Path;
  bool has_output = false;  // Since the last subdirectory.
  WorkList::Items rest;
  auto end_output = [&] {
    if (!is_ordered || !std::exchange(has_output, false)) return;
    if (rest.empty()) {
      own_output_ = visitor_.take();
    } else {
      rest.push_back(finished_item(visitor_.take()));
    }
  };
  for (const Item& entry : reader_.items()) {
    EntryFilter::Decision decision = filter_.decide(entry);
    if (decision == EntryFilter::Decision::Visit) {
      has_output = true;
      note(*directory, entry.view());
    } else if (decision == EntryFilter::Decision::Descend && !ends_depth(*directory)) {
      end_output();
      rest.push_back(subdirectory(directory, entry));
    }
    if (++noted_ % kNotedAtOnce == 0) {
      if (list_.is_stopped()) break;
      if (is_ordered && rest.empty()) list_.stream(&item, visitor_);
    }
  }
  if (!rest.empty()) end_output();
  return rest;
}

void Worker::visit_batch(WorkItem& item) {
  const WalkDirectory& directory = *item.directory;
  // If the directory cannot be opened any more, the files tell by themselves.
  int fd = -1;
  if (item.count >= kReopenFrom) {
    fd = open(directory.open_path(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  }
  std::string_view names = item.names;
  while (!names.empty() && !list_.is_stopped()) {
    std::string_view name = names.substr(0, names.find('\0'));
    visit(item, directory, fd, name);
    names.remove_prefix(name.size() + 1);
  }
  if (fd >= 0) close(fd);
}

// `name` is followed by NUL.  Without a descriptor, and where the full path is
// longer than the system takes, the file is named by its full path.
void Worker::visit(WorkItem& item, const WalkDirectory& directory, int fd, std::string_view name) {
  Entry entry;
  entry.dir_fd = fd;
  entry.open_name = name.data();
  entry.directory = directory.path;
  entry.name = name;
  entry.depth = directory.depth + 1;
  entry.state = directory.state;
  if (fd < 0 || directory.path.size() + name.size() >= PATH_MAX) {
    full_path_.assign(directory.path).append(name);
    entry.dir_fd = AT_FDCWD;
    entry.open_name = full_path_.c_str();
  }
  ItemTurn turn(list_, &item);
  if (options_.order == Order::Path) entry.turn = &turn;
  visitor_.visit(entry);
  if (options_.order == Order::Path) list_.stream(&item, visitor_);
}

void run_walk(const WalkOptions& options, const Walk& walk) {
  IgnoreStack::Messages messages;
  IgnoreStack rules(options.ignore, options.roots, messages);
  EntryFilter filter(options, rules);
  WorkList list(options.order, walk);
  WorkList::Items roots;
  for (std::size_t i = 0; i < options.roots.size(); ++i) {
    roots.push_back(std::make_unique<WorkItem>());
    roots.back()->number = i;
  }
  list.start_with(std::move(roots));
  run_threads(std::max(options.threads, 1u), [&](unsigned thread) {
    std::unique_ptr<Visitor> visitor = walk.make_visitor(thread);
    if (thread == 0) {
      for (std::string& message : messages) visitor->ignore_message(std::move(message));
    }
    Worker(options, rules, filter, list, *visitor).run();
  });
}

}  // namespace common::walk
