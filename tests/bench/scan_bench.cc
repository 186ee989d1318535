// Speed of the scan primitives on one block that stays in the second-level cache.
//
//   scan_bench [FILE]
//
// prints GB/s per function and instruction set: first over a synthetic block
// without hits, then for sets of needles over the first 32 MB of FILE, block by
// block.  Each figure is the best of several runs.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/scan/scan.h"

namespace {

namespace scan = common::scan;

constexpr std::size_t kBlock = 128 * 1024;

volatile std::size_t sink;  // Keeps results alive.

// Processor time of this thread: other processes disturb it least.
double seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Best GB/s of a few runs of `work` over `size` bytes.
double measure(std::size_t size, const std::function<std::size_t()>& work) {
  double best = 1e9;
  for (int run = 0; run < 7; ++run) {
    const double start = seconds();
    double elapsed = 0;
    std::size_t rounds = 0;
    while (elapsed < 0.004) {
      sink = work();
      ++rounds;
      elapsed = seconds() - start;
    }
    best = std::min(best, elapsed / static_cast<double>(rounds));
  }
  return static_cast<double>(size) / best / 1e9;
}

// Text like a source file's, without the bytes the searches below look for.
std::string synthetic_block() {
  constexpr std::string_view kText = "static int probe(struct device *dev) { return dev->id; } ";
  std::string block;
  while (block.size() < kBlock) block += kText;
  block.resize(kBlock);
  return block;
}

void bench_block(const std::string& block) {
  const scan::ByteClass digits("0123456789");
  std::vector<std::uint64_t> words(kBlock / 64);
  const scan::Needle rare("PM_RESUME");
  const scan::Needle frequent("device tree");
  const scan::Needle folded("pm_resume", true);
  const auto print = [&](const char* name, const std::function<std::size_t()>& work) {
    std::printf("  %-24s %6.1f\n", name, measure(block.size(), work));
  };
  print("find_byte", [&] { return scan::find_byte(block, '\n'); });
  print("rfind_byte", [&] { return scan::rfind_byte(block, '\n'); });
  print("count_byte", [&] { return scan::count_byte(block, ' '); });
  print("find_non_ascii", [&] { return scan::find_non_ascii(block); });
  print("find_in", [&] { return scan::find_in(block, digits); });
  print("rfind_in", [&] { return scan::rfind_in(block, digits); });
  print("classify", [&] {
    scan::classify(block, digits, words.data());
    return static_cast<std::size_t>(words[0]);
  });
  print("Needle, rare", [&] { return rare.find(block); });
  print("Needle, frequent bytes", [&] { return frequent.find(block); });
  print("Needle, any case", [&] { return folded.find(block); });
  print("valid_utf8_prefix", [&] { return scan::valid_utf8_prefix(block); });
}

// How many hits a set has, block by block.
std::size_t count_hits(const scan::NeedleSet& set, std::string_view text) {
  std::size_t hits = 0;
  for (std::size_t start = 0; start < text.size(); start += kBlock) {
    const std::string_view block = text.substr(start, kBlock);
    std::size_t from = 0;
    while (const auto hit = set.find(block, from)) {
      ++hits;
      from = hit.start + 1;
    }
  }
  return hits;
}

// Identifiers of the text itself, spread over it: what people search for.
std::vector<std::string> identifiers(std::string_view text, std::size_t count) {
  scan::ByteClass word("_");
  word.add_range('a', 'z');
  word.add_range('A', 'Z');
  word.add_range('0', '9');
  std::vector<std::string> found;
  for (std::size_t i = 1; i <= count; ++i) {
    std::size_t start = text.size() / (count + 1) * i;
    std::size_t end = start;
    do {
      start = scan::find_in(text, word, scan::find_not_in(text, word, end));
      end = scan::find_not_in(text, word, start);
    } while (end - start < 9);
    found.emplace_back(text.substr(start, end - start));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void bench_sets(std::string_view text) {
  for (const std::size_t count : {2u, 5u, 8u, 16u, 50u, 200u, 1000u}) {
    for (const bool fold : {false, true}) {
      const scan::NeedleSet set(identifiers(text, count), fold);
      const double speed = measure(text.size(), [&] { return count_hits(set, text); });
      std::printf("  NeedleSet %4zu%s %19.2f  (%zu hits)\n", count,
                  fold ? ", any case" : "          ", speed, count_hits(set, text));
    }
  }
}

std::string first_bytes_of(const char* path, std::size_t limit) {
  std::string text(limit, '\0');
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) return {};
  text.resize(std::fread(text.data(), 1, limit, file));
  std::fclose(file);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string block = synthetic_block();
  const std::string text = argc > 1 ? first_bytes_of(argv[1], 32u << 20) : std::string();
  constexpr const char* kNames[] = {"scalar", "SSE4", "AVX2", "AVX-512"};
  for (const scan::Target target :
       {scan::Target::Scalar, scan::Target::Sse4, scan::Target::Avx2, scan::Target::Avx512}) {
    if (!scan::force_target(target)) continue;
    std::printf("%s, GB/s\n", kNames[static_cast<int>(target)]);
    bench_block(block);
    if (!text.empty() && target != scan::Target::Scalar) bench_sets(text);
  }
  return 0;
}
