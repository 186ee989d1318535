#include "search/run/output_lane.h"

#include <doctest/doctest.h>

#include <string>

namespace search {

namespace {

class StringWriter final : public OutputWriter {
 public:
  void write(std::string_view bytes) override {
    text.append(bytes);
    ++writes;
  }
  bool failed() const override { return false; }
  std::string text;
  unsigned writes = 0;
};

struct Fixture {
  explicit Fixture(OutputLane::Kind kind, bool flush_every_file = false) : shared(writer) {
    shared.set_separator("--\n");
    options.kind = kind;
    options.flush_every_file = flush_every_file;
  }
  StringWriter writer;
  SharedOutput shared;
  OutputLane::Options options;
};

void print(OutputLane& lane, std::string_view text, std::size_t separator_size = 0) {
  lane.begin_file();
  lane.buffer().append(text);
  lane.buffer().end_record();
  lane.end_file(separator_size);
}

}  // namespace

TEST_CASE("gathered files are separated, silent ones are not") {
  Fixture fixture(OutputLane::Kind::Gather);
  {
    OutputLane lane(fixture.options, fixture.shared);
    lane.set_separator("--\n");
    print(lane, "");
    print(lane, "a\n");
    print(lane, "");
    print(lane, "b\n");
    CHECK(fixture.writer.writes == 0);
  }
  CHECK(fixture.writer.text == "a\n--\nb\n");
}

TEST_CASE("what two lanes write is separated too") {
  Fixture fixture(OutputLane::Kind::Gather, true);
  OutputLane one(fixture.options, fixture.shared);
  OutputLane two(fixture.options, fixture.shared);
  one.set_separator("--\n");
  two.set_separator("--\n");
  print(one, "a\n");
  print(two, "b\n");
  print(one, "c\n");
  CHECK(fixture.writer.text == "a\n--\nb\n--\nc\n");
}

TEST_CASE("the output of a file that failed is taken back") {
  Fixture fixture(OutputLane::Kind::Gather);
  {
    OutputLane lane(fixture.options, fixture.shared);
    lane.set_separator("--\n");
    print(lane, "a\n");
    lane.begin_file();
    lane.buffer().append("half");
    lane.drop_file();
    print(lane, "b\n");
  }
  CHECK(fixture.writer.text == "a\n--\nb\n");
}

TEST_CASE("much output does not wait") {
  Fixture fixture(OutputLane::Kind::Gather);
  OutputLane lane(fixture.options, fixture.shared);
  print(lane, std::string(OutputBuffer::kFlushBytes, 'x'));
  CHECK(fixture.writer.text.size() == OutputBuffer::kFlushBytes);
}

TEST_CASE("a file too large to gather is streamed between separators") {
  Fixture fixture(OutputLane::Kind::Gather);
  const std::string piece(1 << 20, 'x');
  {
    OutputLane lane(fixture.options, fixture.shared);
    lane.set_separator("--\n");
    print(lane, "a\n");
    lane.begin_file();
    for (int i = 0; i < 70; ++i) {
      lane.buffer().append(piece);
      lane.buffer().end_record();
    }
    CHECK(fixture.writer.text.size() > (60u << 20));
    lane.end_file();
    print(lane, "b\n");
  }
  CHECK(fixture.writer.text.size() == 2 + 3 + (70u << 20) + 3 + 2);
  CHECK(fixture.writer.text.ends_with("x--\nb\n"));
}

TEST_CASE("chunks hold what was printed since the last one") {
  Fixture fixture(OutputLane::Kind::Chunks);
  OutputLane lane(fixture.options, fixture.shared);
  CHECK(lane.take() == nullptr);
  print(lane, "");
  print(lane, "--\na\n", 3);
  print(lane, "b\n");
  const auto chunk = lane.take();
  REQUIRE(chunk != nullptr);
  CHECK(OutputLane::bytes_of(*chunk) == "--\na\nb\n");
  CHECK(OutputLane::separator_size_of(*chunk) == 3);
  CHECK(lane.take() == nullptr);
  CHECK(fixture.writer.writes == 0);
}

TEST_CASE("a file too large for a chunk is handed on in its turn") {
  struct Collected final : common::walk::Turn {
    void emit(std::unique_ptr<common::walk::Chunk> chunk) override {
      text += OutputLane::bytes_of(*chunk);
      separator_size += OutputLane::separator_size_of(*chunk);
    }
    std::string text;
    std::size_t separator_size = 0;
  };
  Fixture fixture(OutputLane::Kind::Chunks);
  OutputLane lane(fixture.options, fixture.shared);
  lane.set_separator_size([] { return std::size_t{3}; });
  Collected turn;
  lane.begin_file(&turn);
  lane.buffer().append("--\n");
  const std::string piece(1 << 20, 'x');
  for (int i = 0; i < 10; ++i) {
    lane.buffer().append(piece);
    lane.buffer().end_record();
    CHECK(lane.buffer().size() < 4 * piece.size());
  }
  lane.end_file(3);
  print(lane, "--\nb\n", 3);
  CHECK(turn.separator_size == 3);
  const auto chunk = lane.take();
  REQUIRE(chunk != nullptr);
  CHECK(OutputLane::separator_size_of(*chunk) == 3);
  turn.text += OutputLane::bytes_of(*chunk);
  CHECK(turn.text.size() == 3 + (10u << 20) + 5);
  CHECK(fixture.writer.writes == 0);
}

TEST_CASE("a stream leaves its separators to the printer") {
  Fixture fixture(OutputLane::Kind::Stream);
  {
    OutputLane lane(fixture.options, fixture.shared);
    lane.set_separator("--\n");
    print(lane, "a\n");
    print(lane, "b\n");
  }
  CHECK(fixture.writer.text == "a\nb\n");
}

}  // namespace search
