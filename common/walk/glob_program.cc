#include "common/walk/glob_program.h"

#include <array>
#include <utility>

namespace common::walk {

// Turns tokens into steps in one pass.  Open groups are on an explicit stack.
class GlobProgram::Compiler {
 public:
  Compiler(const GlobTokens& tokens, const GlobOptions& options, std::vector<Step>& steps)
      : tokens_(tokens), options_(options), steps_(steps) {}

  void run(std::size_t from) {
    // `**` alone matches everything, not only what ends in a slash.
    if (from == 0 && tokens_.tokens.size() == 1 &&
        tokens_.tokens[0].kind == GlobToken::RecursivePrefix) {
      loop(Op::Any);
    } else {
      for (std::size_t i = from; i < tokens_.tokens.size(); ++i) add(tokens_.tokens[i]);
    }
    emit({.op = Op::Match});
  }

 private:
  struct Group {
    std::uint32_t start;                // First step of the group.
    std::uint32_t split;                // The Split that leads to the current alternative.
    std::vector<std::uint32_t> to_end;  // Jumps to patch.
  };

  std::uint32_t here() const { return static_cast<std::uint32_t>(steps_.size()); }
  void emit(Step step) { steps_.push_back(step); }
  void slash() { emit({.op = Op::Byte, .byte = '/'}); }
  void loop(Op op) {
    std::uint32_t start = here();
    emit({.op = Op::Split, .to = start + 1, .other = start + 3});
    emit({.op = op});
    emit({.op = Op::Jump, .to = start});
  }
  // Nothing, or anything up to a slash.
  void optional_directories() {
    emit({.op = Op::Split, .to = here() + 1, .other = here() + 5});
    loop(Op::Any);
    slash();
  }

  void add(const GlobToken& token) {
    Op one = options_.literal_separator ? Op::NotSlash : Op::Any;
    switch (token.kind) {
      case GlobToken::Byte:
        return emit({.op = Op::Byte, .byte = token.byte});
      case GlobToken::Any:
        return emit({.op = one});
      case GlobToken::Star:
        return loop(one);
      case GlobToken::RecursivePrefix:
        return optional_directories();
      case GlobToken::RecursiveSuffix:
        slash();
        return loop(Op::Any);
      case GlobToken::RecursiveMiddle:
        slash();
        return optional_directories();
      case GlobToken::Class:
        return emit({.op = Op::Class, .to = token.class_no});
      case GlobToken::Open:
        groups_.push_back({.start = here(), .split = here(), .to_end = {}});
        return emit({.op = Op::Split, .to = here() + 1});
      case GlobToken::Next:
        return next_alternative();
      case GlobToken::Close:
        return close_group();
    }
  }

  // An alternative that matches only the empty string is dropped unless the
  // options want it; its Split then serves the following one.
  bool is_current_dropped() const {
    return groups_.back().split + 1 == here() && !options_.empty_alternates;
  }

  void next_alternative() {
    if (is_current_dropped()) return;
    Group& group = groups_.back();
    group.to_end.push_back(here());
    emit({.op = Op::Jump});
    steps_[group.split].other = here();
    group.split = here();
    emit({.op = Op::Split, .to = here() + 1});
  }

  void close_group() {
    Group& group = groups_.back();
    if (is_current_dropped()) {
      if (group.split == group.start) {
        steps_.resize(group.start);
      } else {
        steps_[group.split] = {.op = Op::Fail};
      }
    } else {
      steps_[group.split] = {.op = Op::Jump, .to = group.split + 1};
    }
    for (std::uint32_t jump : group.to_end) steps_[jump].to = here();
    groups_.pop_back();
  }

  const GlobTokens& tokens_;
  const GlobOptions& options_;
  std::vector<Step>& steps_;
  std::vector<Group> groups_;
};

// A set of steps in insertion order, emptied in constant time.  Small programs
// live on the stack.
class GlobProgram::Threads {
 public:
  explicit Threads(std::size_t size) {
    if (size <= kSmall) return;
    large_.resize(3 * size);
    items_ = large_.data();
    position_ = items_ + size;
    pending_ = position_ + size;
  }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  void clear() { count_ = 0; }
  bool empty() const { return count_ == 0; }
  const std::uint32_t* begin() const { return items_; }
  const std::uint32_t* end() const { return items_ + count_; }

  // Adds `step` and all it reaches without consuming a byte.  True if a match is reached.
  bool add(const std::vector<Step>& steps, std::uint32_t step) {
    std::size_t depth = 0;
    bool is_match = false;
    if (insert(step)) pending_[depth++] = step;
    while (depth != 0) {
      const Step& s = steps[pending_[--depth]];
      is_match |= s.op == Op::Match;
      if (s.op != Op::Split && s.op != Op::Jump) continue;
      if (insert(s.to)) pending_[depth++] = s.to;
      if (s.op == Op::Split && insert(s.other)) pending_[depth++] = s.other;
    }
    return is_match;
  }

 private:
  static constexpr std::size_t kSmall = 128;

  // position_ may hold anything before the first insertion: it is believed
  // only where items_ confirms it.
  bool insert(std::uint32_t step) {
    std::uint32_t at = position_[step];
    if (at < count_ && items_[at] == step) return false;
    position_[step] = count_;
    items_[count_++] = step;
    return true;
  }

  std::array<std::uint32_t, 3 * kSmall> small_{};
  std::vector<std::uint32_t> large_;
  std::uint32_t* items_ = small_.data();
  std::uint32_t* position_ = small_.data() + kSmall;
  std::uint32_t* pending_ = small_.data() + 2 * kSmall;
  std::uint32_t count_ = 0;
};

GlobProgram::GlobProgram(GlobTokens tokens, std::size_t from, const GlobOptions& options) {
  Compiler(tokens, options, steps_).run(from);
  wildcard_ = GlobWildcard(tokens, from, options);
  classes_ = std::move(tokens.classes);
  find_ends();
}

bool GlobProgram::accepts(const Step& step, std::uint8_t byte) const {
  switch (step.op) {
    case Op::Byte:
      return step.byte == byte;
    case Op::Any:
      return true;
    case Op::NotSlash:
      return byte != '/';
    case Op::Class:
      return classes_[step.to].contains(byte);
    default:
      return false;
  }
}

bool GlobProgram::matches(std::string_view text) const {
  if (!wildcard_.empty()) return wildcard_.matches(text, classes_);
  Threads a(steps_.size());
  Threads b(steps_.size());
  Threads* now = &a;
  Threads* next = &b;
  bool is_match = now->add(steps_, 0);
  for (char c : text) {
    if (now->empty()) return false;
    auto byte = static_cast<std::uint8_t>(c);
    is_match = false;
    for (std::uint32_t at : *now) {
      if (accepts(steps_[at], byte)) is_match |= next->add(steps_, at + 1);
    }
    now->clear();
    std::swap(now, next);
  }
  return is_match;
}

void GlobProgram::find_ends() {
  constexpr std::size_t kLimit = 256;  // Beyond it the quadratic search is not worth it.
  if (steps_.size() > kLimit) {
    first_.invert();
    last_.invert();
    return;
  }
  Threads reached(steps_.size());
  reached.add(steps_, 0);
  auto add_bytes = [this](ByteClass& set, const Step& step) {
    for (unsigned b = 0; b < 256; ++b) {
      if (accepts(step, static_cast<std::uint8_t>(b))) set.add(static_cast<std::uint8_t>(b));
    }
  };
  for (std::uint32_t at : reached) add_bytes(first_, steps_[at]);
  for (std::size_t i = 0; i + 1 < steps_.size(); ++i) {
    if (steps_[i].op > Op::Class) continue;
    reached.clear();
    if (reached.add(steps_, static_cast<std::uint32_t>(i + 1))) add_bytes(last_, steps_[i]);
  }
}

}  // namespace common::walk
