// ResultCache: what was found in files that have not changed since.
//
// One store per set of settings (the key says which), one entry per file.  An
// entry holds for a file if its size, modification time and mode are as they
// were, without reading it; else, if its contents are (checked out again,
// touched), which costs reading and hashing.  Findings are stored with it, so
// that files with findings need not be checked again either.
//
// A store is one file, replaced as a whole: a crash leaves the old one.  Before
// it is replaced, under a lock, what other runs have stored meanwhile is taken
// over.  A damaged, foreign or outdated store counts as empty.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diag/diagnostic.h"

namespace lint {

// Of a file's contents (XXH3, 128 bits).
struct ContentHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const ContentHash&) const = default;
};
ContentHash hash_contents(std::string_view contents);

// What stat says of a file.
struct FileStamp {
  std::int64_t modified = 0;  // Nanoseconds since 1970.
  std::uint64_t size = 0;
  std::uint32_t mode = 0;
  bool operator==(const FileStamp&) const = default;
};
std::optional<FileStamp> stamp_of(const std::string& path);

class ResultCache {
 public:
  // `directory`: of all stores; made when needed.  `key`: names settings and
  // program so that different ones never share a store.
  ResultCache(std::string directory, std::uint64_t key);

  // The findings stored for the file, if the stamp says that it has not changed.
  std::optional<std::vector<Diagnostic>> find(const std::string& path, const FileStamp& stamp);
  // The same for a file that was read: by its contents.
  std::optional<std::vector<Diagnostic>> find(const std::string& path, const FileStamp& stamp,
                                              const ContentHash& contents);
  void store(const std::string& path, const FileStamp& stamp, const ContentHash& contents,
             const std::vector<Diagnostic>& diagnostics);

  // Writes what is new.  Failing is no error: the next run is slower.
  void save();

 private:
  struct Entry {
    FileStamp stamp;
    ContentHash contents;
    std::uint64_t last_seen = 0;  // Days since 1970.
    std::string findings;         // Encoded (findings_codec.h).
  };
  using Entries = std::map<std::string, Entry, std::less<>>;

  std::string store_path() const;
  static Entries read_store(const std::string& path, std::uint64_t key);

  std::string directory_;
  std::uint64_t key_;
  std::mutex mutex_;  // Guards the rest.
  Entries entries_;
  bool is_changed_ = false;
};

}  // namespace lint
