// Lists a directory with raw getdents64 calls into a buffer that is used again
// for the next one: no allocation and no copy per entry.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace common::walk {

class DirectoryReader {
 public:
  struct Item {
    const char* name;  // NUL-terminated, in the buffer until the next read().
    std::uint32_t length;
    std::uint8_t type;  // DT_*
    ino_t inode;
    std::uint64_t key;  // Set by sort(): the first bytes of the name, to compare by.
    std::string_view view() const { return {name, length}; }
  };

  // Lists the open directory, without "." and "..", in the system's order.
  // Returns 0 or errno; entries read before a failure are kept.
  int read(int fd);
  // By the bytes of the names.
  void sort();
  std::vector<Item>& items() { return items_; }
  const std::vector<Item>& items() const { return items_; }

 private:
  void parse(std::size_t end);

  std::vector<char> buffer_;
  std::vector<Item> items_;
};

}  // namespace common::walk
