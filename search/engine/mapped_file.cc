#include "search/engine/mapped_file.h"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <mutex>

namespace search {

namespace {

// Multiples of every page size there is.
constexpr std::size_t kMapUnit = 64u << 10;

// Pages of this much are tried, in some places, and may take that long, a little less than
// copying them takes where they are there.
constexpr std::size_t kTriedSize = 2u << 20;
constexpr int kMostTries = 3;
constexpr std::chrono::microseconds kLongestTry{200};

// Pages are given back in portions: all threads have to be told.
constexpr std::size_t kLeftBehind = 8u << 20;

// The mappings that a fault may be in.  `begin` is 0 for a free place, and set last.
struct MappedRange {
  std::atomic<std::uintptr_t> begin = 0;
  std::atomic<std::uintptr_t> end = 0;
  std::atomic<bool> is_taken = false;
  std::atomic<bool> was_cut = false;
};

// A signal handler has no other way to know anything.
constinit std::array<MappedRange, 64> mapped_ranges;

// Returning without having done anything repeats the fault, which then ends the program.
void handle_bus_error(int signal, siginfo_t* info, void*) {
  const int saved_errno = errno;
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  for (MappedRange& range : mapped_ranges) {
    const std::uintptr_t begin = range.begin.load();
    const std::uintptr_t end = range.end.load();
    if (begin == 0 || address < begin || address >= end) continue;
    const std::uintptr_t page = address / kMapUnit * kMapUnit;
    const std::uintptr_t from = std::max(begin, page);
    // Nothing was at the address; what is in front of it on its unit is given up, too.
    void* zeros = ::mmap(reinterpret_cast<void*>(from), end - from, PROT_READ,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
    if (zeros == MAP_FAILED) break;
    range.was_cut.store(true);
    errno = saved_errno;
    return;
  }
  std::signal(signal, SIG_DFL);
  errno = saved_errno;
}

bool install_handler() {
  struct sigaction action = {};
  action.sa_sigaction = handle_bus_error;
  action.sa_flags = SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  return ::sigaction(SIGBUS, &action, nullptr) == 0;
}

// A place in the table, or its size if there is none.
std::size_t take_place() {
  static const bool is_installed = install_handler();
  if (!is_installed) return mapped_ranges.size();
  std::size_t place = 0;
  while (place < mapped_ranges.size() && mapped_ranges[place].is_taken.exchange(true)) ++place;
  return place;
}

// One look can be unlucky, when another program had its turn meanwhile.
bool maps_fast(char* begin, std::size_t size) {
#ifdef MADV_POPULATE_READ
  using Clock = std::chrono::steady_clock;
  // Where pages were tried once, they are there.
  const std::size_t step = size / kMostTries / kTriedSize * kTriedSize;
  for (int i = 0; i < (step == 0 ? 1 : kMostTries); ++i) {
    const std::size_t at = static_cast<std::size_t>(i) * step;
    const Clock::time_point began = Clock::now();
    if (::madvise(begin + at, std::min(size - at, kTriedSize), MADV_POPULATE_READ) != 0) break;
    if (Clock::now() - began <= kLongestTry) return true;
  }
#endif
  return false;
}

}  // namespace

std::unique_ptr<MappedFile> MappedFile::map(int fd, std::uint64_t size, Mapping mapping) {
  if (mapping == Mapping::Never || size == 0 || size > SIZE_MAX / 2) return nullptr;
  const auto length = static_cast<std::size_t>(size);
  const std::size_t place = take_place();
  if (place == mapped_ranges.size()) return nullptr;
  MappedRange& range = mapped_ranges[place];
  void* begin = ::mmap(nullptr, length, PROT_READ, MAP_SHARED, fd, 0);
  if (begin == MAP_FAILED) {
    range.is_taken.store(false);
    return nullptr;
  }
  range.was_cut.store(false);
  range.end.store(reinterpret_cast<std::uintptr_t>(begin) + length);
  range.begin.store(reinterpret_cast<std::uintptr_t>(begin));
  std::unique_ptr<MappedFile> file(new MappedFile(static_cast<char*>(begin), length, place));
  if (mapping == Mapping::IfFaster && !maps_fast(file->begin_, length)) file.reset();
  return file;
}

MappedFile::~MappedFile() {
  MappedRange& range = mapped_ranges[place_];
  range.begin.store(0);
  ::munmap(begin_, size_);
  range.is_taken.store(false);
}

bool MappedFile::was_cut() const {
  return mapped_ranges[place_].was_cut.load();
}

bool MappedFile::holds(std::string_view part) const {
  // Files are cut at the end.
  if (!part.empty()) *static_cast<const volatile char*>(&part.back());
  return !was_cut();
}

void MappedFile::leave_behind(std::size_t end) {
  end = end / kLeftBehind * kLeftBehind;
  if (end <= left_) return;
  // Of zeros in place of a file that was cut, nothing would be lost either.
  ::madvise(begin_ + left_, end - left_, MADV_DONTNEED);
  left_ = end;
}

}  // namespace search
