#include "search/printer/output_buffer.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <utility>

namespace search {
namespace {

class Recorder : public OutputWriter {
 public:
  void write(std::string_view bytes) override {
    text += bytes;
    ++calls;
  }
  bool failed() const override { return false; }

  std::string text;
  int calls = 0;
};

TEST_CASE("numbers are written in decimal") {
  for (const std::uint64_t number :
       {std::uint64_t{0}, std::uint64_t{9}, std::uint64_t{10}, std::uint64_t{99},
        std::uint64_t{100}, std::uint64_t{101}, std::uint64_t{12345}, std::uint64_t{1000000},
        std::numeric_limits<std::uint64_t>::max()}) {
    OutputBuffer out;
    out.append_number(number);
    CHECK(out.view() == std::to_string(number));
  }
}

TEST_CASE("a collecting buffer keeps everything through growth") {
  OutputBuffer out;
  std::string expected;
  for (int i = 0; i < 50000; ++i) {
    out.append("line ");
    out.append_number(static_cast<std::uint64_t>(i));
    out.append('\n');
    out.end_record();
    expected += "line " + std::to_string(i) + "\n";
  }
  CHECK(out.view() == expected);
  CHECK(out.total_bytes() == expected.size());
}

TEST_CASE("a streaming buffer lets go once enough has gathered") {
  Recorder recorder;
  OutputBuffer out;
  out.stream_to(&recorder, false);
  const std::string line(1000, 'x');
  for (int i = 0; i < 65; ++i) {
    out.append(line);
    out.end_record();
  }
  CHECK(recorder.calls == 0);
  out.append(line);
  out.end_record();
  CHECK(recorder.calls == 1);
  CHECK(out.empty());
  CHECK(out.total_bytes() == 66000);
  CHECK(recorder.text.size() == 66000);
}

TEST_CASE("line buffering writes every record") {
  Recorder recorder;
  OutputBuffer out;
  out.stream_to(&recorder, true);
  out.append("a\n");
  out.end_record();
  out.append("b\n");
  CHECK(recorder.text == "a\n");
  out.flush();
  CHECK(recorder.text == "a\nb\n");
}

TEST_CASE("moving leaves an empty buffer behind") {
  OutputBuffer from;
  from.append("text");
  OutputBuffer to = std::move(from);
  CHECK(to.view() == "text");
  from.clear();
  from.append("again");
  CHECK(from.view() == "again");
}

}  // namespace
}  // namespace search
