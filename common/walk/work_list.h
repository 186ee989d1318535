// The work of a walk that is not finished, in path order, shared by all threads.
//
// Two linked lists run through the items.  The list of unfinished work: a
// thread takes the first item nobody has taken, and what a directory contains
// is inserted behind it.  So the walk is depth first, and ahead of the first
// free item are at most as many as there are threads.  With order also the list
// of output to come: a finished item stays in it with its chunk until all
// before it are emitted.
//
// Back pressure: while more than a limit of chunk bytes waits, a thread may
// take only the very first unfinished item.  That one is never waiting for
// anything, so the walk always moves on and output drains.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "common/walk/walk.h"

namespace common::walk {

struct WalkDirectory;  // walk_directory.h

struct WorkItem {
  enum Kind : std::uint8_t {
    Root,       // The argument `number`, or `count` paths of a list from `number` on.
    Directory,  // To be listed.
    Files       // `count` files of a listed directory.
  };
  Kind kind = Root;
  std::uint32_t count = 0;
  std::size_t number = 0;
  std::shared_ptr<WalkDirectory> directory;
  std::string names;  // Files: each followed by NUL.

  // Kept by WorkList under its mutex, once the item is in it.
  std::unique_ptr<Chunk> chunk;
  WorkItem* before = nullptr;  // Unfinished work.
  WorkItem* after = nullptr;
  WorkItem* next_output = nullptr;
  bool is_taken = false;
  bool is_finished = false;
};

class WorkList {
 public:
  using Items = std::vector<std::unique_ptr<WorkItem>>;

  WorkList(Order order, const Walk& walk);
  ~WorkList();
  WorkList(const WorkList&) = delete;
  WorkList& operator=(const WorkList&) = delete;

  // Appends the items to start with.  Not to be called once threads take items.
  void start_with(Items items);
  // The next item, or null when all is done.  Of a stopped walk only roots are left:
  // what is wrong with them is to be told.
  WorkItem* take();
  // Inserts what was found while working on `item`, behind it.  With order some
  // of it may be finished already and only has a chunk to be emitted.
  void insert_behind(WorkItem* item, Items found);
  // Ends `item`; it may be gone afterwards.  The chunk is null without order.
  void finish(WorkItem* item, std::unique_ptr<Chunk> chunk);
  // With order: passes on what `visitor` holds if `item` is next for output.
  void stream(WorkItem* item, Visitor& visitor);
  // With order: waits until `item`, which the caller works on, is next for output,
  // then emits.  That comes to pass: the first unfinished item is either worked on
  // by a thread that need not wait, or free and the next that somebody takes.
  void emit_in_turn(WorkItem* item, std::unique_ptr<Chunk> chunk);

  bool is_stopped();

 private:
  void link(WorkItem* position, WorkItem* item);
  void link_work(WorkItem* position, WorkItem* item);
  void link_output(WorkItem* position, WorkItem* item);
  void unlink(WorkItem* item);
  WorkItem* first_free() const;
  WorkItem* first_free_root() const;
  void drain(std::unique_lock<std::mutex>& lock);
  void wake();

  const bool is_ordered_;
  const Walk& walk_;
  std::atomic<bool> is_stopped_ = false;
  // Read without the mutex only by the thread that works on the item.
  std::atomic<WorkItem*> output_head_ = nullptr;

  // Guards all below and the linking fields of the items.  No other lock is
  // taken, and no function of the caller is called, while it is held.
  std::mutex mutex_;
  std::condition_variable changed_;
  WorkItem* unfinished_head_ = nullptr;
  std::size_t waiting_bytes_ = 0;
  unsigned sleepers_ = 0;      // In take().
  unsigned turn_waiters_ = 0;  // In emit_in_turn().
  bool is_emitting_ = false;   // A thread is in walk_.emit.
};

class ItemTurn final : public Turn {
 public:
  ItemTurn(WorkList& list, WorkItem* item) : list_(list), item_(item) {}
  void emit(std::unique_ptr<Chunk> chunk) override { list_.emit_in_turn(item_, std::move(chunk)); }

 private:
  WorkList& list_;
  WorkItem* item_;
};

}  // namespace common::walk
