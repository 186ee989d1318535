#include "common/regex/engine_pcre2.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/base/check.h"
#include "common/regex/parse.h"
#include "common/regex/unicode.h"
#include "common/regex/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace common::regex {
namespace {

constexpr std::size_t kFirstStack = 32u << 10;
constexpr std::size_t kMostStack = 10u << 20;
// Longer haystacks are not worth a look at each search in them.
constexpr std::size_t kMostChecked = 4096;
constexpr int kNotRun = PCRE2_ERROR_INTERNAL;

std::string error_text(int code) {
  PCRE2_UCHAR text[256];
  const int length = pcre2_get_error_message(code, text, sizeof text);
  return length < 0
             ? "unknown error"
             : std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
}

// Smart case as ripgrep decides it for PCRE2: any upper-case letter counts that
// is not behind a backslash.
bool has_uppercase(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size();) {
    const bool is_escaped = pattern[i] == '\\';
    if (is_escaped && ++i == pattern.size()) break;
    const DecodedScalar scalar = decode_scalar(pattern.substr(i));
    if (!is_escaped && scalar.length > 0 && is_uppercase(scalar.value)) return true;
    i += std::max<std::size_t>(scalar.length, 1);
  }
  return false;
}

// Without patterns nothing matches.
std::string joined(const RegexSpec& spec) {
  if (spec.patterns.empty()) return "[^\\S\\s]";
  if (!spec.fixed_strings) return join_patterns(spec.patterns);
  std::vector<std::string> escaped;
  escaped.reserve(spec.patterns.size());
  for (const std::string& pattern : spec.patterns) escaped.push_back(escape(pattern));
  return join_patterns(escaped);
}

std::string bounded(std::string pattern, Boundary boundary) {
  switch (boundary) {
    case Boundary::Line:
      return "(?m:^)(?:" + pattern + ")(?m:$)";
    case Boundary::Word:
      return "(?<!\\w)(?:" + pattern + ")(?!\\w)";
    case Boundary::None:
      break;
  }
  return pattern;
}

bool is_ascii(std::string_view text) {
  return scan::find_non_ascii(text) == scan::npos;
}

std::size_t count_of(std::string_view part, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::uint32_t options_of(const RegexSpec& spec, bool is_caseless) {
  std::uint32_t options = PCRE2_MULTILINE;
  if (is_caseless) options |= PCRE2_CASELESS;
  if (spec.multi_line && spec.dot_matches_newline) options |= PCRE2_DOTALL;
  if (spec.unicode) options |= PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF;
  return options;
}

struct FreeCompileContext {
  void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
};
struct FreeMatchContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};
struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct FreeStack {
  void operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
};

}  // namespace

struct Pcre2Engine::Workspace::Parts {
  std::unique_ptr<pcre2_match_data, FreeMatchData> data;
  std::unique_ptr<pcre2_match_context, FreeMatchContext> context;
  std::unique_ptr<pcre2_jit_stack, FreeStack> stack;
};

Pcre2Engine::Workspace::Workspace(const Pcre2Engine& engine) : parts_(std::make_unique<Parts>()) {
  parts_->data.reset(pcre2_match_data_create_from_pattern(engine.full_.code.get(), nullptr));
  parts_->context.reset(pcre2_match_context_create(nullptr));
  CHECK(parts_->data && parts_->context);
  if (!engine.full_.has_jit) return;
  parts_->stack.reset(pcre2_jit_stack_create(kFirstStack, kMostStack, nullptr));
  CHECK(parts_->stack);
  pcre2_jit_stack_assign(parts_->context.get(), nullptr, parts_->stack.get());
}

Pcre2Engine::Workspace::~Workspace() = default;
Pcre2Engine::Workspace::Workspace(Workspace&&) noexcept = default;
Pcre2Engine::Workspace& Pcre2Engine::Workspace::operator=(Workspace&&) noexcept = default;

void Pcre2Engine::FreeCode::operator()(pcre2_real_code_8* code) const {
  pcre2_code_free(code);
}

Pcre2Engine::~Pcre2Engine() = default;

Result<std::unique_ptr<const Pcre2Engine>> Pcre2Engine::compile(const RegexSpec& spec) {
  std::string pattern = joined(spec);
  const bool is_caseless = spec.case_mode == CaseMode::Insensitive ||
                           (spec.case_mode == CaseMode::Smart && !has_uppercase(pattern));
  pattern = bounded(std::move(pattern), spec.boundary);

  std::unique_ptr<Pcre2Engine> engine(new Pcre2Engine);
  const std::uint32_t options = options_of(spec, is_caseless);
  engine->full_ = TRY(compile_program(pattern, options, spec.crlf));
  if (spec.unicode) engine->compile_ascii(pattern, options, spec.crlf);
  engine->ignores_case_ = is_caseless;
  engine->read_names();
  engine->read_required_bytes();
  return engine;
}

Result<Pcre2Engine::Program> Pcre2Engine::compile_program(const std::string& pattern,
                                                          std::uint32_t options, bool crlf) {
  const std::unique_ptr<pcre2_compile_context, FreeCompileContext> context(
      pcre2_compile_context_create(nullptr));
  CHECK(context);
  if (crlf) pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANYCRLF);
  int code = 0;
  PCRE2_SIZE offset = 0;
  Program program;
  program.code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                   options, &code, &offset, context.get()));
  if (!program.code) {
    return fail("PCRE2: error compiling pattern at offset " + std::to_string(offset) + ": " +
                error_text(code));
  }
  program.has_jit = pcre2_jit_compile(program.code.get(), PCRE2_JIT_COMPLETE) == 0;
  return program;
}

// Verbs make it show how a match is found, and [[:upper:]] without regard to case
// is not the same with Unicode.  What a pattern looks at before the match is
// bounded by its longest look-behind, times their number as they nest.
void Pcre2Engine::compile_ascii(const std::string& pattern, std::uint32_t options, bool crlf) {
  const bool is_suited =
      is_ascii(pattern) && count_of("(*", pattern) == 0 && count_of("[:", pattern) == 0;
  if (!full_.has_jit || !is_suited) return;
  auto program =
      compile_program(pattern, options & ~(PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF), crlf);
  if (!program || !program->has_jit) return;
  ascii_ = std::move(*program);
  std::uint32_t longest = 0;
  pcre2_pattern_info(ascii_.code.get(), PCRE2_INFO_MAXLOOKBEHIND, &longest);
  ascii_reach_ = (std::size_t{longest} + 1) * (1 + count_of("(?<", pattern));
}

bool Pcre2Engine::sees_ascii_only(std::string_view haystack, std::size_t at) const {
  if (!ascii_.code || haystack.size() - at > kMostChecked) return false;
  return scan::find_non_ascii(haystack, at - std::min(at, ascii_reach_)) == scan::npos;
}

void Pcre2Engine::read_names() {
  std::uint32_t group_count = 0;
  std::uint32_t name_count = 0;
  std::uint32_t entry_size = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(full_.code.get(), PCRE2_INFO_CAPTURECOUNT, &group_count);
  pcre2_pattern_info(full_.code.get(), PCRE2_INFO_NAMECOUNT, &name_count);
  pcre2_pattern_info(full_.code.get(), PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
  pcre2_pattern_info(full_.code.get(), PCRE2_INFO_NAMETABLE, static_cast<void*>(&table));
  capture_names_.assign(group_count + 1, "");
  for (std::uint32_t i = 0; i < name_count; ++i) {
    // Two bytes of group number, then the name.
    PCRE2_SPTR entry = table + std::size_t{i} * entry_size;
    capture_names_[std::size_t{entry[0]} << 8 | entry[1]] =
        reinterpret_cast<const char*>(entry + 2);
  }
}

// The library knows the set of first bytes, or the first and the last byte that
// must occur.  It does not say whether the other case of a letter counts, nor
// that k and s have a third, non-ASCII, form.
void Pcre2Engine::read_required_bytes() {
  const std::uint8_t* first_bytes = nullptr;
  pcre2_pattern_info(full_.code.get(), PCRE2_INFO_FIRSTBITMAP, static_cast<void*>(&first_bytes));
  if (first_bytes != nullptr) {
    scan::ByteClass bytes;
    for (unsigned byte = 0; byte < 256; ++byte) {
      if ((first_bytes[byte / 8] >> (byte % 8) & 1) != 0) {
        bytes.add(static_cast<unsigned char>(byte));
      }
    }
    required_bytes_ = bytes;
  }
  std::optional<unsigned char> rarest;
  constexpr std::uint32_t kQuestions[][2] = {
      {PCRE2_INFO_FIRSTCODETYPE, PCRE2_INFO_FIRSTCODEUNIT},
      {PCRE2_INFO_LASTCODETYPE, PCRE2_INFO_LASTCODEUNIT},
  };
  for (const auto& [type_question, unit_question] : kQuestions) {
    std::uint32_t type = 0;
    std::uint32_t unit = 0;
    pcre2_pattern_info(full_.code.get(), type_question, &type);
    pcre2_pattern_info(full_.code.get(), unit_question, &unit);
    const auto byte = static_cast<unsigned char>(unit);
    if (type != 1 || unit >= 0x80) continue;
    if (!rarest || scan::byte_rank(byte) < scan::byte_rank(*rarest)) rarest = byte;
  }
  if (!rarest) return;
  const auto lower = static_cast<unsigned char>(*rarest | 0x20);
  scan::ByteClass bytes;
  bytes.add(*rarest);
  if (lower >= 'a' && lower <= 'z') {
    bytes.add(lower);
    bytes.add(static_cast<unsigned char>(lower ^ 0x20));
  }
  if (lower == 's') bytes.add(0xC5);  // U+017F
  if (lower == 'k') bytes.add(0xE2);  // U+212A
  required_bytes_ = bytes;
}

Found Pcre2Engine::find(std::string_view haystack, std::size_t at, Workspace& workspace,
                        Span& match, std::string& error) const {
  // The library takes no null subject.
  const auto* subject =
      reinterpret_cast<PCRE2_SPTR>(haystack.data() == nullptr ? "" : haystack.data());
  pcre2_match_data* data = workspace.parts_->data.get();
  pcre2_match_context* context = workspace.parts_->context.get();
  const auto run = [&](const Program& program) {
    const auto match_with = program.has_jit ? pcre2_jit_match : pcre2_match;
    return match_with(program.code.get(), subject, haystack.size(), at, 0, data, context);
  };
  int result = sees_ascii_only(haystack, at) ? run(ascii_) : kNotRun;
  // Whether a limit is reached is for the other program to say.
  if (result < 0 && result != PCRE2_ERROR_NOMATCH) result = run(full_);
  if (result == PCRE2_ERROR_NOMATCH) return Found::No;
  if (result < 0) {
    error = "PCRE2: error matching: " + error_text(result);
    return Found::Failed;
  }
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(data);
  // \K in a look-ahead can put the start behind the end.
  match = {std::min(ends[0], ends[1]), ends[1]};
  return Found::Yes;
}

void Pcre2Engine::last_groups(const Workspace& workspace,
                              std::vector<std::optional<Span>>& groups) const {
  groups.assign(capture_names_.size(), std::nullopt);
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(workspace.parts_->data.get());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (ends[2 * i] == PCRE2_UNSET) continue;
    groups[i] = Span{std::min(ends[2 * i], ends[2 * i + 1]), ends[2 * i + 1]};
  }
}

std::string pcre2_version_text() {
  std::uint32_t has_jit = 0;
  pcre2_config(PCRE2_CONFIG_JIT, &has_jit);
  char version[64] = {};
  pcre2_config(PCRE2_CONFIG_VERSION, version);
  const std::string_view text(version);
  return "PCRE2 " + std::string(text.substr(0, text.find(' '))) + " is available" +
         (has_jit == 1 ? " (JIT is available)" : " (JIT is unavailable)");
}

}  // namespace common::regex
