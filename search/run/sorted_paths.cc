#include "search/run/sorted_paths.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <mutex>
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
  std::optional<Nanoseconds> time;
};

struct Collected {
  std::mutex mutex;
  std::vector<Candidate> all;  // Guarded by mutex.
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
  CollectingVisitor(RunState& state, Collected& collected)
      : RunVisitor(state), collected_(collected) {}
  ~CollectingVisitor() override {
    const std::lock_guard lock(collected_.mutex);
    std::move(own_.begin(), own_.end(), std::back_inserter(collected_.all));
  }

  void visit(const Entry& entry) override {
    Candidate candidate;
    set_shown_path(candidate.listed.path, entry);
    candidate.listed.is_explicit = entry.is_explicit;
    candidate.listed.is_stdin = entry.is_stdin;
    candidate.listed.depth = entry.depth;
    if (state_.plan.sort != SortBy::Path) {
      candidate.time = time_of(candidate.listed.path, state_.plan.sort);
    }
    own_.push_back(std::move(candidate));
  }

 private:
  Collected& collected_;
  std::vector<Candidate> own_;
};

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
  Collected collected;
  common::walk::run_walk(state.plan.walk,
                         {.make_visitor =
                              [&](unsigned) {
                                return std::make_unique<CollectingVisitor>(state, collected);
                              },
                          .emit = [](auto) {},
                          .stopped = [&] { return state.must_stop(); }});
  auto& all = collected.all;
  const bool reverse = state.plan.sort_reverse;
  std::sort(all.begin(), all.end(), [&](const Candidate& left, const Candidate& right) {
    const bool by_path = reverse && state.plan.sort == SortBy::Path;
    return by_path ? precedes(right.listed.path, left.listed.path)
                   : precedes(left.listed.path, right.listed.path);
  });
  if (state.plan.sort != SortBy::Path) {
    std::stable_sort(all.begin(), all.end(), [&](const Candidate& left, const Candidate& right) {
      return reverse ? is_earlier(right, left) : is_earlier(left, right);
    });
  }
  std::vector<ListedPath> paths;
  paths.reserve(all.size());
  for (Candidate& candidate : all) paths.push_back(std::move(candidate.listed));
  return paths;
}

}  // namespace search
