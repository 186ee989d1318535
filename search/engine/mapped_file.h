// A large regular file as memory, without a copy of it.
//
// Problem: copying is most of what it costs to read a file that the system has in
// memory, and a mapping ends the program (SIGBUS) where the file was cut short
// meanwhile.  Approach: mappings are known to a signal handler, which puts zeros in
// place of what is missing and notes that; whoever searched them reads the file
// instead.  Where pages are small and have to be mapped one by one, mapping costs
// more than copying: that is tried on the first pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "search/engine/search_config.h"

namespace search {

class MappedFile {
 public:
  // Null if it shall not or cannot be mapped, or if reading is faster.
  static std::unique_ptr<MappedFile> map(int fd, std::uint64_t size, Mapping mapping);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {begin_, size_}; }
  // Something that was looked at was not in the file any more.
  bool was_cut() const;
  // Whether `part` of bytes() has been and is in the file.
  bool holds(std::string_view part) const;
  // Bytes up to `end` are not needed for now, and shall not count as memory in use.
  // One thread calls this, with growing values.
  void leave_behind(std::size_t end);

 private:
  MappedFile(char* begin, std::size_t size, std::size_t place)
      : begin_(begin), size_(size), place_(place) {}

  char* begin_;
  std::size_t size_;
  std::size_t place_;     // In the handler's table.
  std::size_t left_ = 0;  // What is in front was given back.
};

}  // namespace search
