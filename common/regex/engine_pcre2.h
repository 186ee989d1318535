// Patterns for PCRE2 (-P): look-around, back-references, recursion.
//
// The library backtracks: its match limits bound the work, and reaching one is a
// failure of that call.  Lines are matched one at a time by its JIT.  PCRE2 tells
// of most patterns which byte a match must contain or begin with; lines without
// it are skipped unread.
//
// Patterns are compiled twice.  Unicode costs much: each character is decoded and
// looked up in tables, even where all are ASCII, which is most lines.  On those a
// program without Unicode matches the same, and they are told apart quickly.
#pragma once

#include <cstddef>
#include <cstdint>
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
  bool has_jit() const { return full_.has_jit; }
  bool ignores_case() const { return ignores_case_; }

 private:
  struct FreeCode {
    void operator()(pcre2_real_code_8* code) const;
  };

  struct Program {
    std::unique_ptr<pcre2_real_code_8, FreeCode> code;
    bool has_jit = false;
  };

  Pcre2Engine() = default;
  static Result<Program> compile_program(const std::string& pattern, std::uint32_t options,
                                         bool crlf);
  void compile_ascii(const std::string& pattern, std::uint32_t options, bool crlf);
  bool sees_ascii_only(std::string_view haystack, std::size_t at) const;
  void read_names();
  void read_required_bytes();

  Program full_;
  Program ascii_;                // Without code if it would not match the same.
  std::size_t ascii_reach_ = 0;  // How many bytes before a match ascii_ may look at.
  bool ignores_case_ = false;
  std::optional<scan::ByteClass> required_bytes_;
  std::vector<std::string> capture_names_;
};

}  // namespace common::regex
