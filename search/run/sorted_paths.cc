#include "search/run/sorted_paths.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "search/run/run_visitor.h"
#include "search/run/shown_path.h"

namespace search {

using common::walk::Entry;
using common::walk::ListedPath;

namespace {

struct Nanoseconds {
  std::int64_t seconds = 0;
  std::uint32_t nanoseconds = 0;
  auto operator<=>(const Nanoseconds&) const = default;
};

struct Candidate {
  ListedPath listed;
  std::size_t place = 0;  // In the walk: decides between equals.
  std::optional<Nanoseconds> time;
};

struct CandidateChunk final : common::walk::Chunk {
  explicit CandidateChunk(std::vector<Candidate> found) : candidates(std::move(found)) {}
  // Nothing waits for the list to drain.
  std::size_t size() const override { return 0; }
  std::vector<Candidate> candidates;
};

std::optional<Nanoseconds> time_of(const std::string& path, SortBy key) {
  struct statx status = {};
  if (::statx(AT_FDCWD, path.c_str(), 0, STATX_BASIC_STATS | STATX_BTIME, &status) != 0) {
    return std::nullopt;
  }
  if (key == SortBy::Created && (status.stx_mask & STATX_BTIME) == 0) return std::nullopt;
  const statx_timestamp& time = key == SortBy::Modified   ? status.stx_mtime
                                : key == SortBy::Accessed ? status.stx_atime
                                                          : status.stx_btime;
  return Nanoseconds{time.tv_sec, time.tv_nsec};
}

class CollectingVisitor final : public RunVisitor {
 public:
  explicit CollectingVisitor(RunState& state) : RunVisitor(state) {}

  void visit(const Entry& entry) override {
    Candidate candidate;
    set_shown_path(candidate.listed.path, entry);
    candidate.listed.is_explicit = entry.is_explicit;
    candidate.listed.is_stdin = entry.is_stdin;
    candidate.listed.depth = entry.depth;
    if (state_.plan.sort != SortBy::Path) {
      candidate.time = time_of(candidate.listed.path, state_.plan.sort);
    }
    found_.push_back(std::move(candidate));
  }

  std::unique_ptr<common::walk::Chunk> take() override {
    if (found_.empty()) return nullptr;
    return std::make_unique<CandidateChunk>(std::exchange(found_, {}));
  }

 private:
  std::vector<Candidate> found_;
};

// In the order of a walk that sorts every directory.
std::vector<Candidate> collect(RunState& state) {
  std::vector<Candidate> all;
  const auto append = [&](std::unique_ptr<common::walk::Chunk> chunk) {
    if (chunk == nullptr) return;
    auto& found = static_cast<CandidateChunk&>(*chunk).candidates;
    for (Candidate& candidate : found) {
      candidate.place = all.size();
      all.push_back(std::move(candidate));
    }
  };
  common::walk::WalkOptions options = state.plan.walk;
  options.order = common::walk::Order::Path;
  options.names_only = true;
  common::walk::run_walk(
      options,
      {.make_visitor = [&](unsigned) { return std::make_unique<CollectingVisitor>(state); },
       .emit = append,
       .stopped = [&] { return state.must_stop(); }});
  return all;
}

bool is_earlier(const Candidate& left, const Candidate& right) {
  if (left.time && right.time) return *left.time < *right.time;
  return left.time.has_value() && !right.time.has_value();
}

}  // namespace

bool precedes(const std::string& left, const std::string& right) {
  return std::lexicographical_compare(
      left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        const int first = a == '/' ? -1 : static_cast<unsigned char>(a);
        const int second = b == '/' ? -1 : static_cast<unsigned char>(b);
        return first < second;
      });
}

std::vector<ListedPath> sorted_paths(RunState& state) {
  std::vector<Candidate> all = collect(state);
  const bool reverse = state.plan.sort_reverse;
  const bool by_path = state.plan.sort == SortBy::Path;
  const auto in_order = [&](const Candidate& left, const Candidate& right) {
    return by_path ? precedes(left.listed.path, right.listed.path) : is_earlier(left, right);
  };
  std::sort(all.begin(), all.end(), [&](const Candidate& left, const Candidate& right) {
    if (in_order(left, right)) return !reverse;
    if (in_order(right, left)) return reverse;
    return left.place < right.place;
  });
  std::vector<ListedPath> paths;
  paths.reserve(all.size());
  for (Candidate& candidate : all) paths.push_back(std::move(candidate.listed));
  return paths;
}

}  // namespace search
