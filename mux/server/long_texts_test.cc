#include "mux/server/long_texts.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <stdlib.h>

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/fs/whole_file.h"
#include "mux/server/loop_test_support.h"

namespace mux::server {
namespace {

using action::LongText;

class Texts {
 public:
  Texts() : folder(std::filesystem::temp_directory_path() / "kmux-texts-XXXXXX") {
    REQUIRE(::mkdtemp(folder.data()) != nullptr);
    loop.emplace();
    texts.emplace(*loop, folder);
  }
  Texts(const Texts&) = delete;
  Texts& operator=(const Texts&) = delete;
  ~Texts() {
    end();
    std::error_code error;
    std::filesystem::remove_all(folder, error);
  }

  void end() {
    texts.reset();
    loop.reset();
  }
  void make(LongText::Target target, std::string text, std::string path = {}) {
    LongText wanted;
    wanted.make = [text = std::move(text)] { return text; };
    wanted.target = target;
    wanted.path = std::move(path);
    texts->make(std::move(wanted), [this](const LongText&, common::Result<std::string> text_made) {
      made.push_back(std::move(text_made));
      return takes;
    });
  }
  bool are_made(std::size_t count) {
    return run_until(*loop, [&] { return made.size() == count; });
  }
  std::size_t files() const {
    const std::filesystem::directory_iterator begin(folder);
    return static_cast<std::size_t>(std::distance(begin, {}));
  }

  std::string folder;
  std::optional<Loop> loop;
  std::optional<LongTexts> texts;
  std::vector<common::Result<std::string>> made;
  bool takes = true;
};

TEST_CASE("texts are made one after the other, in their order") {
  Texts texts;
  std::vector<std::string> expected;
  for (int i = 0; i < 20; ++i) {
    texts.make(LongText::Target::Memory, std::to_string(i));
    expected.push_back(std::to_string(i));
  }
  CHECK(texts.made.empty());
  REQUIRE(texts.are_made(20));
  for (std::size_t i = 0; i < 20; ++i) CHECK(texts.made[i].value_or("") == expected[i]);
}

TEST_CASE("a text that is made may ask for another one") {
  Texts texts;
  LongText first;
  first.make = [] { return std::string("first"); };
  texts.texts->make(std::move(first), [&](const LongText&, const common::Result<std::string>&) {
    texts.make(LongText::Target::Memory, "second");
    return true;
  });
  REQUIRE(texts.are_made(1));
  CHECK(texts.made[0].value_or("") == "second");
}

TEST_CASE("a text is written to the file that is named, or it is said why not") {
  Texts texts;
  const std::string path = texts.folder + "/text";
  texts.make(LongText::Target::File, "text", path);
  texts.make(LongText::Target::File, "text", texts.folder + "/no/where");
  REQUIRE(texts.are_made(2));
  CHECK(texts.made[0].value_or("?").empty());
  CHECK(common::fs::read_file(path).value_or("") == "text");
  REQUIRE_FALSE(texts.made[1].has_value());
  CHECK(texts.made[1].error().message.starts_with("No such file"));
}

TEST_CASE("a temporary file is there for whoever takes it, and goes if nobody does") {
  Texts texts;
  texts.make(LongText::Target::TemporaryFile, "text");
  REQUIRE(texts.are_made(1));
  const std::string path = texts.made[0].value_or("");
  CHECK(path.starts_with(texts.folder + '/'));
  CHECK(common::fs::read_file(path).value_or("") == "text");
  texts.takes = false;
  texts.make(LongText::Target::TemporaryFile, "another");
  REQUIRE(texts.are_made(2));
  CHECK(texts.made[1].value_or("") != path);
  CHECK(texts.files() == 1);
  texts.end();
  CHECK(texts.files() == 1);
}

TEST_CASE("what is being made when the session ends leaves nothing behind") {
  Texts texts;
  std::atomic<bool> is_begun = false;
  LongText long_one;
  long_one.target = LongText::Target::TemporaryFile;
  long_one.make = [&] {
    is_begun = true;
    return std::string(1'000'000, 'x');
  };
  texts.texts->make(std::move(long_one), [&](const LongText&, common::Result<std::string> made) {
    texts.made.push_back(std::move(made));
    return true;
  });
  texts.make(LongText::Target::TemporaryFile, "that has not begun");
  while (!is_begun) ::poll(nullptr, 0, 1);
  texts.end();
  CHECK(texts.made.empty());
  CHECK(texts.files() == 0);
}

}  // namespace
}  // namespace mux::server
