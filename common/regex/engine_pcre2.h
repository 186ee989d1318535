// Patterns for PCRE2 (-P): look-around, back-references, recursion.
//
// The library backtracks: its match limits bound the work, and reaching one is a
// failure of that call.  Lines are matched one at a time by its JIT.  PCRE2 tells
// of most patterns which byte a match must contain or begin with; lines without
// it are skipped unread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/regex/matcher.h"
#include "common/scan/scan.h"

struct pcre2_real_code_8;

namespace common::regex {

class Pcre2Engine {
 public:
  // What one thread needs: match data and the JIT's stack.
  class Workspace {
   public:
    explicit Workspace(const Pcre2Engine& engine);
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

   private:
    friend class Pcre2Engine;
    struct Parts;
    std::unique_ptr<Parts> parts_;
  };

  static Result<std::unique_ptr<const Pcre2Engine>> compile(const RegexSpec& spec);
  ~Pcre2Engine();

  // `error` is set if Failed.
  Found find(std::string_view haystack, std::size_t at, Workspace& workspace, Span& match,
             std::string& error) const;
  // After find() returned Yes: the groups of that match.
  void last_groups(const Workspace& workspace, std::vector<std::optional<Span>>& groups) const;
  // Bytes one of which every match contains; none if PCRE2 knows none.
  const std::optional<scan::ByteClass>& required_bytes() const { return required_bytes_; }
  const std::vector<std::string>& capture_names() const { return capture_names_; }
  bool has_jit() const { return has_jit_; }
  bool ignores_case() const { return ignores_case_; }

 private:
  struct FreeCode {
    void operator()(pcre2_real_code_8* code) const;
  };

  Pcre2Engine() = default;
  void read_names();
  void read_required_bytes();

  std::unique_ptr<pcre2_real_code_8, FreeCode> code_;
  bool has_jit_ = false;
  bool ignores_case_ = false;
  std::optional<scan::ByteClass> required_bytes_;
  std::vector<std::string> capture_names_;
};

}  // namespace common::regex
