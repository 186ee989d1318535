#include "common/walk/work_list.h"

#include <utility>

namespace common::walk {
namespace {

constexpr std::size_t kWaitingLimit = std::size_t{64} << 20;

}  // namespace

WorkList::WorkList(Order order, const Walk& walk)
    : is_ordered_(order == Order::Path), walk_(walk) {}

WorkList::~WorkList() {
  // Only a stopped walk leaves items behind.
  if (is_ordered_) {
    for (WorkItem* item = output_head_.load(); item != nullptr;) {
      delete std::exchange(item, item->next_output);
    }
  } else {
    for (WorkItem* item = unfinished_head_; item != nullptr;) {
      delete std::exchange(item, item->after);
    }
  }
}

bool WorkList::is_stopped() {
  if (is_stopped_.load(std::memory_order_relaxed)) return true;
  if (!walk_.stopped || !walk_.stopped()) return false;
  std::lock_guard lock(mutex_);
  is_stopped_ = true;
  changed_.notify_all();
  return true;
}

// Behind `position`; null: at the front.
void WorkList::link(WorkItem* position, WorkItem* item) {
  if (is_ordered_) link_output(position, item);
  if (!item->is_finished) return link_work(position, item);
  if (item->chunk != nullptr) waiting_bytes_ += item->chunk->size();
}

void WorkList::link_work(WorkItem* position, WorkItem* item) {
  WorkItem*& successor = position == nullptr ? unfinished_head_ : position->after;
  item->before = position;
  item->after = successor;
  if (successor != nullptr) successor->before = item;
  successor = item;
}

void WorkList::link_output(WorkItem* position, WorkItem* item) {
  if (position == nullptr) {
    item->next_output = output_head_;
    output_head_ = item;
  } else {
    item->next_output = std::exchange(position->next_output, item);
  }
}

void WorkList::unlink(WorkItem* item) {
  (item->before == nullptr ? unfinished_head_ : item->before->after) = item->after;
  if (item->after != nullptr) item->after->before = item->before;
}

void WorkList::start_with(Items items) {
  for (std::size_t i = items.size(); i-- > 0;) link(nullptr, items[i].release());
}

WorkItem* WorkList::first_free() const {
  WorkItem* item = unfinished_head_;
  if (waiting_bytes_ > kWaitingLimit) {
    return item != nullptr && !item->is_taken ? item : nullptr;
  }
  while (item != nullptr && item->is_taken) item = item->after;
  return item;
}

WorkItem* WorkList::first_free_root() const {
  WorkItem* item = unfinished_head_;
  while (item != nullptr && (item->is_taken || item->kind != WorkItem::Root)) item = item->after;
  return item;
}

WorkItem* WorkList::take() {
  std::unique_lock lock(mutex_);
  for (;;) {
    WorkItem* item = is_stopped_ ? first_free_root() : first_free();
    if (item != nullptr) {
      item->is_taken = true;
      return item;
    }
    if (is_stopped_ || unfinished_head_ == nullptr) return nullptr;
    ++sleepers_;
    changed_.wait(lock);
    --sleepers_;
  }
}

void WorkList::wake() {
  if (sleepers_ != 0) changed_.notify_all();
}

void WorkList::insert_behind(WorkItem* item, Items found) {
  if (found.empty()) return;
  std::lock_guard lock(mutex_);
  for (std::size_t i = found.size(); i-- > 0;) link(item, found[i].release());
  wake();
}

void WorkList::finish(WorkItem* item, std::unique_ptr<Chunk> chunk) {
  item->directory = nullptr;
  std::unique_lock lock(mutex_);
  unlink(item);
  if (unfinished_head_ == nullptr) wake();
  if (!is_ordered_) {
    lock.unlock();
    delete item;
    return;
  }
  item->is_finished = true;
  if (chunk != nullptr) waiting_bytes_ += chunk->size();
  item->chunk = std::move(chunk);
  drain(lock);
}

void WorkList::drain(std::unique_lock<std::mutex>& lock) {
  // The thread that is emitting looks again when it is done.
  if (is_emitting_) return;
  for (;;) {
    WorkItem* item = output_head_;
    if (item == nullptr || !item->is_finished) break;
    output_head_ = item->next_output;
    std::unique_ptr<WorkItem> owner(item);
    if (item->chunk == nullptr) continue;
    std::size_t size = item->chunk->size();
    is_emitting_ = true;
    lock.unlock();
    walk_.emit(std::move(item->chunk));
    lock.lock();
    is_emitting_ = false;
    bool was_full = waiting_bytes_ > kWaitingLimit;
    waiting_bytes_ -= size;
    if (was_full && waiting_bytes_ <= kWaitingLimit) wake();
  }
  // While the limit is passed only the first item may be taken, which may just
  // have become free.
  if (waiting_bytes_ > kWaitingLimit) wake();
  if (turn_waiters_ != 0) changed_.notify_all();
}

void WorkList::stream(WorkItem* item, Visitor& visitor) {
  if (output_head_.load(std::memory_order_relaxed) != item) return;
  std::unique_lock lock(mutex_);
  if (is_emitting_) return;
  // `item` stays at the head until this thread finishes it, so nobody else
  // can start to emit.
  lock.unlock();
  if (std::unique_ptr<Chunk> chunk = visitor.take()) walk_.emit(std::move(chunk));
}

void WorkList::emit_in_turn(WorkItem* item, std::unique_ptr<Chunk> chunk) {
  std::unique_lock lock(mutex_);
  ++turn_waiters_;
  changed_.wait(lock, [&] { return is_stopped_ || (output_head_ == item && !is_emitting_); });
  --turn_waiters_;
  if (is_stopped_) return;
  lock.unlock();
  walk_.emit(std::move(chunk));
}

}  // namespace common::walk
