// One directory on the way of a walk, with what holds for its entries.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <memory>
#include <string>

#include "common/walk/ignore_stack.h"
#include "common/walk/walk.h"

namespace common::walk {

struct WalkRoot {
  std::string typed;       // The argument.
  std::string absolute;    // Canonical, without a final '/'; empty if unknown.
  std::size_t prefix = 0;  // Length of the path of its directory.
  dev_t device = 0;
};

struct WalkDirectory {
  std::shared_ptr<const WalkDirectory> above;  // Kept only to find loops, else null.
  std::shared_ptr<const WalkRoot> root;
  std::string path;  // As printed: empty or ending in '/'.
  std::size_t depth = 0;
  IgnoreNodePtr rules;  // Until it is listed those of the directory above.
  FileId id;            // Set only if links are followed.
  // Of WalkPolicy::enter(); until it is listed that of the directory above.
  const void* state = nullptr;

  // For system calls.
  const char* open_path() const { return path.empty() ? "." : path.c_str(); }
  // For messages.
  std::string display() const { return depth == 0 ? root->typed : path.substr(0, path.size() - 1); }
};

}  // namespace common::walk
