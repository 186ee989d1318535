// Decides about one entry of a listed directory: visit, descend or skip.
//
// The order of the questions is ripgrep's: overrides, ignore rules, types,
// hidden names, the file that output goes to, size.  Roots never come here.
#pragma once

#include <cstdint>
#include <string>

#include "common/walk/directory_reader.h"
#include "common/walk/ignore_stack.h"
#include "common/walk/walk.h"
#include "common/walk/walk_directory.h"

namespace common::walk {

class EntryFilter {
 public:
  enum class Decision : std::uint8_t { Skip, Visit, Descend };

  EntryFilter(const WalkOptions& options, const IgnoreStack& rules)
      : options_(options), rules_(rules) {}

  // To be called when the entries of `directory`, open as `fd`, are to be
  // judged by one thread.  Holds that thread's buffers.
  class Session {
   public:
    Session(const EntryFilter& filter, Visitor& visitor) : filter_(filter), visitor_(visitor) {}
    void begin(const WalkDirectory& directory, int fd);
    Decision decide(const DirectoryReader::Item& item);

   private:
    struct Facts;

    bool learn_type(Facts& facts);
    bool follow_link(Facts& facts);
    bool is_loop(const Facts& facts);
    const char* reason_to_skip(const Facts& facts);
    IgnoreStack::Path rule_path(const Facts& facts, const NameKey& key);
    bool is_output_file(const Facts& facts) const;
    bool is_too_large(const Facts& facts) const;
    Decision skip(const Facts& facts, const char* reason);

    const EntryFilter& filter_;
    Visitor& visitor_;
    const WalkDirectory* directory_ = nullptr;
    int fd_ = -1;
    bool has_rules_ = false;
    std::string shown_;     // The directory's path, then the entry's name.
    std::string absolute_;  // The same from '/'; empty: not needed.
    std::size_t absolute_prefix_ = 0;
  };

 private:
  const WalkOptions& options_;
  const IgnoreStack& rules_;
};

}  // namespace common::walk
