#include "mux/journal/record_log.h"

#include <doctest/doctest.h>

#include <string>

namespace mux::journal {
namespace {

TEST_CASE("of a log that is cut anywhere the whole records are found") {
  std::string log(kLogHeader);
  const std::string payloads[] = {"first", "", std::string(300, 'x'), std::string("a\0b", 3)};
  std::vector<std::size_t> ends;
  for (const std::string& payload : payloads) {
    append_record(payload, log);
    ends.push_back(log.size());
  }
  for (std::size_t size = kLogHeader.size(); size <= log.size(); ++size) {
    const auto scan = scan_records(std::string_view(log).substr(0, size));
    REQUIRE(scan.has_value());
    std::size_t whole = 0;
    while (whole < ends.size() && ends[whole] <= size) ++whole;
    REQUIRE(scan->payloads.size() == whole);
    for (std::size_t i = 0; i < whole; ++i) CHECK(scan->payloads[i] == payloads[i]);
    CHECK(scan->size == (whole == 0 ? kLogHeader.size() : ends[whole - 1]));
  }
}

TEST_CASE("a byte that is not what it was hides its record and those behind it") {
  std::string log(kLogHeader);
  append_record("one", log);
  const std::size_t first_end = log.size();
  append_record("two", log);
  for (std::size_t at = first_end; at < log.size(); ++at) {
    std::string damaged = log;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    const auto scan = scan_records(damaged);
    REQUIRE(scan.has_value());
    CHECK(scan->payloads.size() == 1);
  }
}

TEST_CASE("other files, and logs of other versions, are refused") {
  CHECK_FALSE(scan_records("").has_value());
  CHECK_FALSE(scan_records("layout {}\n").has_value());
  const auto later = scan_records("kmux journal 2\n");
  REQUIRE_FALSE(later.has_value());
  CHECK(later.error().message == "it is of another version of kmux");
}

}  // namespace
}  // namespace mux::journal
