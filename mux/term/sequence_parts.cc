#include "mux/term/sequence_parts.h"

#include <algorithm>
#include <string>

#include "mux/term/parameters.h"

namespace mux::term {

namespace {

// The parameters of a sequence, cut where that does not change the meaning.
class ParameterCutter {
 public:
  explicit ParameterCutter(std::string_view parameters) : rest_(parameters) {}
  bool is_done() const { return is_done_; }

  // The next group: parameters joined by colons, or the colour that follows a
  // 38, 48 or 58 with semicolons.  Numbers are made harmless.
  std::string next_group(bool is_sgr) {
    std::string group = next_joined();
    if (!is_sgr || (group != "38" && group != "48" && group != "58")) return group;
    if (is_done_) return group;
    const std::string kind = next_joined();
    group += ';' + kind;
    const int more = kind == "5" ? 1 : kind == "2" ? 3 : 0;
    for (int i = 0; i < more && !is_done_; ++i) group += ';' + next_joined();
    return first_parameters(std::move(group));
  }

 private:
  // As many of the group as the tokenizer takes: each of its parts may be a long one.
  static std::string first_parameters(std::string group) {
    std::size_t end = group.find_first_of(";:");
    for (std::size_t i = 1; i < kMostParameters && end != group.npos; ++i) {
      end = group.find_first_of(";:", end + 1);
    }
    if (end != group.npos) group.resize(end);
    return group;
  }

  std::string next_joined() {
    const std::size_t end = rest_.find(';');
    const std::string_view joined = rest_.substr(0, end);
    is_done_ = end == rest_.npos;
    if (!is_done_) rest_.remove_prefix(end + 1);
    return harmless(joined);
  }

  // No number of more than nine digits, no more than 16 of them.
  static std::string harmless(std::string_view joined) {
    std::string out;
    for (std::size_t count = 0; count < kMostParameters; ++count) {
      const std::size_t end = joined.find(':');
      std::string_view digits = joined.substr(0, end);
      while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
      out += digits.size() > kMostDigits ? std::string(kMostDigits, '9') : std::string(digits);
      if (end == joined.npos || count + 1 == kMostParameters) break;
      out += ':';
      joined.remove_prefix(end + 1);
    }
    return out;
  }

  std::string_view rest_;
  bool is_done_ = false;
};

std::size_t parameter_count(std::string_view group) {
  return 1 + static_cast<std::size_t>(
                 std::ranges::count_if(group, [](char c) { return c == ';' || c == ':'; }));
}

}  // namespace

void run_in_parts(std::string_view sequence, const std::function<void(std::string_view)>& run) {
  const std::size_t first = sequence.find_first_of("0123456789:;");
  const std::size_t last = sequence.find_last_of("0123456789:;") + 1;
  const std::string_view start = sequence.substr(0, first);
  const std::string_view end = sequence.substr(last);
  const bool is_sgr = end == "m" && start == "\x1b[";
  const bool is_list = is_sgr || end == "h" || end == "l";
  ParameterCutter cutter(sequence.substr(first, last - first));
  std::string part;
  const auto run_part = [&] {
    run(std::string(start).append(part).append(end));
    part.clear();
  };
  std::size_t count = 0;
  while (!cutter.is_done()) {
    const std::string group = cutter.next_group(is_sgr);
    const std::size_t size = parameter_count(group);
    if (count > 0 && count + size > kMostParameters) {
      if (!is_list) break;
      run_part();
      count = 0;
    }
    if (count > 0) part += ';';
    part += group;
    count += size;
  }
  run_part();
}

}  // namespace mux::term
