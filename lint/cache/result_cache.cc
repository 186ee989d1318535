#include "lint/cache/result_cache.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

// In one piece: the library's archive is not needed.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/fs/whole_file.h"
#include "lint/cache/findings_codec.h"

#ifndef KEEL_VERSION
#error "KEEL_VERSION is set by the build"
#endif

namespace lint {
namespace {

constexpr std::string_view kMagic = "klint cache 1\n";
constexpr std::uint64_t kDaysKept = 30;

std::uint64_t today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::hours>(now).count() /
                                    24);
}

// A file that was changed a moment ago can change again without a new time, so
// its stamp proves nothing; its contents do.
FileStamp trusted(FileStamp stamp) {
  constexpr std::int64_t kMoment = 2'000'000'000;  // Nanoseconds; FAT's times are that coarse.
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const std::int64_t age =
      std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - stamp.modified;
  if (age < kMoment) stamp.modified = 0;
  return stamp;
}

std::string hex(std::uint64_t number) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string result(16, '0');
  for (std::size_t i = 16; i-- > 0; number >>= 4) result[i] = kDigits[number & 15];
  return result;
}

// Tools that copy or list trees leave the directory alone.
void mark_directory(const std::string& directory) {
  const auto write_missing = [&](const char* name, std::string_view text) {
    const std::string path = directory + "/" + name;
    if (!std::filesystem::exists(path)) (void)common::fs::write_file(path, text);
  };
  write_missing("CACHEDIR.TAG",
                "Signature: 8a477f597d28d172789f06886806bc55\n"
                "# This file says that the directory is a cache, made by klint.\n"
                "# See https://bford.info/cachedir/ about such files.\n");
  write_missing(".gitignore", "# Made by klint.\n*\n");
}

// Held until the end of the scope; other runs wait.
class StoreLock {
 public:
  explicit StoreLock(const std::string& path)
      : fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (fd_ >= 0) ::flock(fd_, LOCK_EX);
  }
  StoreLock(const StoreLock&) = delete;
  StoreLock& operator=(const StoreLock&) = delete;
  ~StoreLock() {
    if (fd_ >= 0) ::close(fd_);
  }

 private:
  int fd_;
};

}  // namespace

ContentHash hash_contents(std::string_view contents) {
  const XXH128_hash_t hash = XXH3_128bits(contents.data(), contents.size());
  return {hash.high64, hash.low64};
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat facts;
  if (::stat(path.c_str(), &facts) != 0) return std::nullopt;
  return FileStamp{facts.st_mtim.tv_sec * std::int64_t{1'000'000'000} + facts.st_mtim.tv_nsec,
                   static_cast<std::uint64_t>(facts.st_size), facts.st_mode};
}

ResultCache::ResultCache(std::string directory, std::uint64_t key)
    : directory_(std::move(directory)), key_(key), entries_(read_store(store_path(), key)) {}

std::string ResultCache::store_path() const {
  return directory_ + "/" KEEL_VERSION "/" + hex(key_);
}

ResultCache::Entries ResultCache::read_store(const std::string& path, std::uint64_t key) {
  Entries entries;
  const auto bytes = common::fs::read_file(path);
  constexpr std::size_t kHead = kMagic.size() + 2 * sizeof(std::uint64_t);
  if (!bytes || bytes->size() < kHead || !bytes->starts_with(kMagic)) return entries;
  ByteReader in(std::string_view(*bytes).substr(kMagic.size()));
  const auto stored_key = in.number<std::uint64_t>();
  const auto checksum = in.number<std::uint64_t>();
  const std::string_view body = std::string_view(*bytes).substr(kHead);
  if (stored_key != key || checksum != XXH3_64bits(body.data(), body.size())) return entries;
  for (std::uint32_t left = in.count(); left > 0 && !in.has_failed(); --left) {
    std::string file(in.text());
    Entry entry;
    entry.stamp.modified = in.number<std::int64_t>();
    entry.stamp.size = in.number<std::uint64_t>();
    entry.stamp.mode = in.number<std::uint32_t>();
    entry.contents.high = in.number<std::uint64_t>();
    entry.contents.low = in.number<std::uint64_t>();
    entry.last_seen = in.number<std::uint64_t>();
    entry.findings = in.text();
    // Written in the order of the map.
    entries.emplace_hint(entries.end(), std::move(file), std::move(entry));
  }
  return entries;
}

std::optional<std::vector<Diagnostic>> ResultCache::find(const std::string& path,
                                                         const FileStamp& stamp) {
  const std::scoped_lock lock(mutex_);
  const auto entry = entries_.find(path);
  if (entry == entries_.end() || entry->second.stamp != stamp) return std::nullopt;
  if (entry->second.last_seen != today()) {
    entry->second.last_seen = today();
    is_changed_ = true;
  }
  return decode_findings(entry->second.findings);
}

std::optional<std::vector<Diagnostic>> ResultCache::find(const std::string& path,
                                                         const FileStamp& stamp,
                                                         const ContentHash& contents) {
  const std::scoped_lock lock(mutex_);
  const auto entry = entries_.find(path);
  if (entry == entries_.end() || entry->second.contents != contents ||
      entry->second.stamp.mode != stamp.mode) {
    return std::nullopt;
  }
  entry->second.stamp = trusted(stamp);
  entry->second.last_seen = today();
  is_changed_ = true;
  return decode_findings(entry->second.findings);
}

void ResultCache::store(const std::string& path, const FileStamp& stamp,
                        const ContentHash& contents, const std::vector<Diagnostic>& diagnostics) {
  Entry entry{trusted(stamp), contents, today(), encode_findings(diagnostics)};
  const std::scoped_lock lock(mutex_);
  entries_.insert_or_assign(path, std::move(entry));
  is_changed_ = true;
}

void ResultCache::save() {
  const std::scoped_lock guard(mutex_);
  if (!is_changed_) return;
  const std::string path = store_path();
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  if (error) return;
  mark_directory(directory_);
  const StoreLock lock(path + ".lock");
  entries_.merge(read_store(path, key_));  // Ours win.
  std::erase_if(entries_,
                [](const auto& item) { return item.second.last_seen + kDaysKept < today(); });
  ByteWriter out;
  out.number(static_cast<std::uint32_t>(entries_.size()));
  for (const auto& [file, entry] : entries_) {
    out.text(file);
    out.number(entry.stamp.modified);
    out.number(entry.stamp.size);
    out.number(entry.stamp.mode);
    out.number(entry.contents.high);
    out.number(entry.contents.low);
    out.number(entry.last_seen);
    out.text(entry.findings);
  }
  const std::string body = out.take();
  ByteWriter head;
  head.number(key_);
  head.number(static_cast<std::uint64_t>(XXH3_64bits(body.data(), body.size())));
  if (common::fs::write_file(path, std::string(kMagic) + head.take() + body)) is_changed_ = false;
}

}  // namespace lint
