#include "common/text/line_diff.h"

#include <algorithm>
#include <span>

#include "common/text/lines.h"
#include "common/text/sequence_diff.h"
#include "common/text/utf8.h"

namespace common {
namespace {

using Kind = DiffOp::Kind;
using Lines = std::span<const std::string_view>;

// Lines that share less than this are not worth comparing.
constexpr double kLeastRatio = 0.5;

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::uint32_t start = 0; start < text.size();) {
    const std::uint32_t end = full_line_end(text, start);
    lines.push_back(text.substr(start, end - start));
    start = end;
  }
  return lines;
}

// Runs of characters that are alike: is_alike(first, next).
template <typename F>
std::vector<std::string_view> split_runs(std::string_view text, F&& kind_of) {
  std::vector<std::string_view> runs;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    const bool kind = kind_of(next_code_point(text, end));
    for (std::size_t next = end; next < text.size();) {
      if (kind_of(next_code_point(text, next)) != kind) break;
      end = next;
    }
    runs.push_back(text.substr(start, end - start));
    start = end;
  }
  return runs;
}

bool is_line_end(char32_t c) {
  return c == U'\n' || c == U'\r';
}

// The words, and runs of blanks, of some lines.
class Words {
 public:
  explicit Words(Lines lines) : lines_(lines), pieces_(lines.size()) {
    for (std::size_t line = 0; line < lines.size(); ++line) {
      for (std::string_view word : split_runs(lines[line], is_white_space)) {
        words_.push_back(word);
        line_of_.push_back(line);
      }
    }
  }

  const std::vector<std::string_view>& words() const { return words_; }

  // Appends words to the pieces of their lines.
  void add(std::size_t start, std::size_t count, bool is_changed) {
    for (std::size_t i = start; i < start + count;) {
      std::size_t end = i + 1;
      while (end < start + count && line_of_[end] == line_of_[i]) ++end;
      const char* const first = words_[i].data();
      const char* const last = words_[end - 1].data() + words_[end - 1].size();
      add_piece(pieces_[line_of_[i]], {first, static_cast<std::size_t>(last - first)}, is_changed);
      i = end;
    }
  }
  std::vector<std::vector<WordPiece>> take() { return std::move(pieces_); }

 private:
  // Line ends never count as changed.
  static void add_piece(std::vector<WordPiece>& line, std::string_view text, bool is_changed) {
    if (!is_changed) {
      line.push_back({text, false});
      return;
    }
    for (std::string_view run : split_runs(text, is_line_end)) {
      line.push_back({run, !ends_line(run)});
    }
  }

  Lines lines_;
  std::vector<std::string_view> words_;
  std::vector<std::size_t> line_of_;
  std::vector<std::vector<WordPiece>> pieces_;
};

double ratio(std::size_t common, std::size_t old_size, std::size_t new_size) {
  const std::size_t all = old_size + new_size;
  return all == 0 ? 1.0 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

std::vector<std::vector<WordPiece>> whole(Lines lines) {
  std::vector<std::vector<WordPiece>> result;
  for (std::string_view line : lines) result.push_back({{line, false}});
  return result;
}

}  // namespace

LineDiff diff_lines(std::string_view old_text, std::string_view new_text) {
  LineDiff diff{split_lines(old_text), split_lines(new_text), {}};
  PieceNumbers numbers;
  const std::vector<std::uint32_t> old_numbers = numbers.numbers_of(diff.old_lines);
  diff.ops = diff_sequences(old_numbers, numbers.numbers_of(diff.new_lines));
  return diff;
}

WordDiff whole_lines(const LineDiff& diff, const DiffOp& op) {
  return {whole(Lines(diff.old_lines).subspan(op.old_start, op.old_size)),
          whole(Lines(diff.new_lines).subspan(op.new_start, op.new_size))};
}

WordDiff diff_words(const LineDiff& diff, const DiffOp& op) {
  const Lines old_lines = Lines(diff.old_lines).subspan(op.old_start, op.old_size);
  const Lines new_lines = Lines(diff.new_lines).subspan(op.new_start, op.new_size);
  WordDiff plain = whole_lines(diff, op);
  const std::size_t fewer = std::min(old_lines.size(), new_lines.size());
  if (op.kind != Kind::Replace || ratio(fewer, old_lines.size(), new_lines.size()) < kLeastRatio) {
    return plain;
  }
  Words old_words(old_lines);
  Words new_words(new_lines);
  PieceNumbers numbers;
  const std::vector<std::uint32_t> old_numbers = numbers.numbers_of(old_words.words());
  const std::vector<DiffOp> ops =
      diff_sequences(old_numbers, numbers.numbers_of(new_words.words()), DiffAlgorithm::Patience);
  std::size_t common = 0;
  for (const DiffOp& word_op : ops) {
    if (word_op.kind == Kind::Equal) common += word_op.old_size;
  }
  if (ratio(common, old_words.words().size(), new_words.words().size()) < kLeastRatio) return plain;
  for (const DiffOp& word_op : ops) {
    const bool is_changed = word_op.kind != Kind::Equal;
    old_words.add(word_op.old_start, word_op.old_size, is_changed);
    new_words.add(word_op.new_start, word_op.new_size, is_changed);
  }
  return {old_words.take(), new_words.take()};
}

}  // namespace common
