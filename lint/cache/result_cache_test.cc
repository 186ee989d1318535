#include "lint/cache/result_cache.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "common/fs/whole_file.h"
#include "lint/cache/findings_codec.h"
#include "lint/registry/codes.h"

namespace lint {
namespace {

struct Folder {
  Folder() {
    char name[] = "/tmp/result_cache_test.XXXXXX";
    path = ::mkdtemp(name);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string path;
};

std::vector<Diagnostic> findings() {
  Diagnostic finding{.rule = codes::F401, .range = {7, 9}, .message = "`os` imported"};
  finding.fix = Fix::unsafe({{0, 10}, "pass"});
  finding.fix->isolation = 3;
  finding.parent = 0;
  finding.annotations.push_back({{1, 2}, "here"});
  return {finding, Diagnostic{.rule = kSyntaxError, .range = {1, 1}, .message = "bad"}};
}

constexpr FileStamp kOld{.modified = 1'000'000'000'000'000'000, .size = 5, .mode = 0100644};

}  // namespace

TEST_CASE("findings survive encoding") {
  const auto decoded = decode_findings(encode_findings(findings()));
  REQUIRE(decoded);
  REQUIRE(decoded->size() == 2);
  const Diagnostic& finding = decoded->front();
  CHECK(finding.rule == codes::F401);
  CHECK(finding.range == TextRange{7, 9});
  CHECK(finding.message == "`os` imported");
  REQUIRE(finding.fix);
  CHECK(finding.fix->edits == findings().front().fix->edits);
  CHECK(finding.fix->applicability == Applicability::Unsafe);
  CHECK(finding.fix->isolation == 3);
  CHECK(finding.parent == 0);
  CHECK(finding.annotations.front().message == "here");
  CHECK(decoded->back().rule == kSyntaxError);
}

TEST_CASE("cut or lengthened findings are none") {
  const std::string bytes = encode_findings(findings());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_findings(bytes.substr(0, size)));
  }
  CHECK_FALSE(decode_findings(bytes + "x"));
}

TEST_CASE("a saved entry is found by its stamp, then by its contents") {
  const Folder folder;
  const ContentHash hash = hash_contents("hello");
  {
    ResultCache cache(folder.path + "/cache", 1);
    cache.store("/a.py", kOld, hash, findings());
    cache.save();
  }
  ResultCache cache(folder.path + "/cache", 1);
  CHECK(cache.find("/a.py", kOld)->size() == 2);
  FileStamp touched = kOld;
  touched.modified += 1;
  CHECK_FALSE(cache.find("/a.py", touched));
  CHECK_FALSE(cache.find("/a.py", touched, hash_contents("other")));
  CHECK(cache.find("/a.py", touched, hash)->size() == 2);
  CHECK(cache.find("/a.py", touched)->size() == 2);
  CHECK_FALSE(ResultCache(folder.path + "/cache", 2).find("/a.py", kOld));
}

TEST_CASE("a file that was changed a moment ago is not trusted by its stamp") {
  const Folder folder;
  REQUIRE(common::fs::write_file(folder.path + "/a.py", "hello"));
  const FileStamp stamp = stamp_of(folder.path + "/a.py").value();
  ResultCache cache(folder.path + "/cache", 1);
  cache.store("/a.py", stamp, hash_contents("hello"), {});
  CHECK_FALSE(cache.find("/a.py", stamp));
  CHECK(cache.find("/a.py", stamp, hash_contents("hello")));
}

TEST_CASE("runs at the same time keep each other's entries") {
  const Folder folder;
  ResultCache first(folder.path, 1);
  ResultCache second(folder.path, 1);
  first.store("/a.py", kOld, hash_contents("a"), {});
  second.store("/b.py", kOld, hash_contents("b"), {});
  first.save();
  second.save();
  ResultCache third(folder.path, 1);
  CHECK(third.find("/a.py", kOld));
  CHECK(third.find("/b.py", kOld));
}

TEST_CASE("a damaged store counts as empty and is replaced") {
  const Folder folder;
  ResultCache(folder.path, 1).save();
  {
    ResultCache cache(folder.path, 1);
    cache.store("/a.py", kOld, hash_contents("a"), findings());
    cache.save();
  }
  std::string store;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path)) {
    if (entry.path().filename().string().size() == 16) store = entry.path();
  }
  const std::string bytes = common::fs::read_file(store).value();
  for (std::size_t size : {std::size_t{0}, std::size_t{20}, bytes.size() - 1}) {
    REQUIRE(common::fs::write_file(store, bytes.substr(0, size)));
    CHECK_FALSE(ResultCache(folder.path, 1).find("/a.py", kOld));
  }
  std::string flipped = bytes;
  flipped[bytes.size() / 2] ^= 1;
  REQUIRE(common::fs::write_file(store, flipped));
  ResultCache cache(folder.path, 1);
  CHECK_FALSE(cache.find("/a.py", kOld));
  cache.store("/a.py", kOld, hash_contents("a"), {});
  cache.save();
  CHECK(ResultCache(folder.path, 1).find("/a.py", kOld));
}

}  // namespace lint
