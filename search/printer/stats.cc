#include "search/printer/stats.h"

#include <fmt/format.h>

#include <iterator>
#include <string>

#include "search/printer/printer.h"

namespace search {

Stats& Stats::operator+=(const Stats& other) {
  elapsed_nanoseconds += other.elapsed_nanoseconds;
  searches += other.searches;
  searches_with_match += other.searches_with_match;
  bytes_searched += other.bytes_searched;
  bytes_printed += other.bytes_printed;
  matched_lines += other.matched_lines;
  matches += other.matches;
  return *this;
}

double in_seconds(std::uint64_t nanoseconds) {
  constexpr std::uint64_t kPerSecond = 1'000'000'000;
  const std::uint64_t seconds = nanoseconds / kPerSecond;
  return static_cast<double>(seconds) +
         static_cast<double>(nanoseconds % kPerSecond) / static_cast<double>(kPerSecond);
}

void print_stats(const Stats& total, std::uint64_t elapsed_nanoseconds, OutputBuffer& out) {
  out.append(
      fmt::format("\n"
                  "{} matches\n"
                  "{} matched lines\n"
                  "{} files contained matches\n"
                  "{} files searched\n"
                  "{} bytes printed\n"
                  "{} bytes searched\n"
                  "{:.6f} seconds spent searching\n"
                  "{:.6f} seconds total\n",
                  total.matches, total.matched_lines, total.searches_with_match, total.searches,
                  total.bytes_printed, total.bytes_searched, in_seconds(total.elapsed_nanoseconds),
                  in_seconds(elapsed_nanoseconds)));
  out.end_record();
}

}  // namespace search
