#include "mux/journal/pane_log.h"

#include <algorithm>
#include <utility>

#include "mux/journal/record_log.h"
#include "mux/model/pane_text.h"
#include "mux/model/text.h"

namespace mux::journal {

namespace {

constexpr char kBeforeScreen = '\0';
// Less than this is not worth writing anew.
constexpr std::size_t kSmallFile = std::size_t{256} << 10;
// So that a record is never larger than what is read.
constexpr std::uint64_t kLinesPerRecord = 1024;
// More lines than these keep others waiting.
constexpr std::uint64_t kManyLines = 4096;

// The line of history where the text begins that is kept.
std::uint64_t begin_of(const model::LineRange& range, std::size_t most_lines) {
  const bool has_more = most_lines > 0 && range.screen - range.begin > most_lines;
  return has_more ? range.screen - most_lines : range.begin;
}

}  // namespace

// Lines up to end_ are still those that were written, as far as one can tell.
bool PaneLog::continues(std::uint64_t begin, std::uint64_t screen) const {
  // Clearing history leaves far less than there was, eviction never does.
  const bool is_cleared = begin > begin_ && (screen - begin) * 2 < end_ - begin_;
  return is_known_ && screen >= end_ && begin <= end_ && !is_cleared;
}

bool PaneLog::is_wasteful(std::uint64_t begin, std::uint64_t screen) const {
  if (file_bytes_ < kSmallFile) return false;
  const std::uint64_t kept = std::min(screen - begin, end_ - begin_);
  const std::size_t lines =
      static_cast<std::size_t>(static_cast<double>(line_bytes_) * static_cast<double>(kept) /
                               static_cast<double>(std::max<std::uint64_t>(end_ - begin_, 1)));
  return file_bytes_ > 2 * (lines + screen_.size()) + kSmallFile;
}

// Several records are only whole together if the file is replaced.
bool PaneLog::has_to_replace(std::uint64_t begin, std::uint64_t screen) const {
  return !continues(begin, screen) || is_wasteful(begin, screen) || screen - end_ > kLinesPerRecord;
}

PaneLog::Whole PaneLog::whole_of(model::Pane& pane, std::size_t most_lines) {
  const model::LineRange range = model::main_lines_of(pane);
  Whole whole;
  whole.history_ = pane.terminal()->history().lines();
  whole.begin_ = begin_of(range, most_lines);
  whole.first_ = static_cast<std::size_t>(whole.begin_ - range.begin);
  whole.end_ = range.screen;
  whole.screen_ = model::styled_lines(pane, range.screen, range.end);
  return whole;
}

std::string PaneLog::Whole::bytes() {
  std::string bytes(kLogHeader);
  const bool goes_on = !screen_.empty() && screen_.front() != '\n';
  model::for_styled_rows(history_, first_, history_.size(), kLinesPerRecord, goes_on,
                         [&](std::string_view text, bool is_last) {
                           std::string payload(text);
                           payload += kBeforeScreen;
                           if (is_last) payload += screen_;
                           append_record(payload, bytes);
                           line_bytes_ += text.size();
                         });
  file_bytes_ = bytes.size();
  history_ = {};
  return bytes;
}

std::optional<PaneLog::Whole> PaneLog::long_update(model::Pane& pane,
                                                   std::size_t most_lines) const {
  const model::LineRange range = model::main_lines_of(pane);
  const std::uint64_t begin = begin_of(range, most_lines);
  if (range.screen - begin < kManyLines || !has_to_replace(begin, range.screen))
    return std::nullopt;
  return whole_of(pane, most_lines);
}

void PaneLog::take(Whole whole) {
  is_known_ = true;
  begin_ = whole.begin_;
  end_ = whole.end_;
  line_bytes_ = whole.line_bytes_;
  file_bytes_ = whole.file_bytes_;
  screen_ = std::move(whole.screen_);
}

PaneLog::Update PaneLog::update(model::Pane& pane, std::size_t most_lines) {
  const model::LineRange range = model::main_lines_of(pane);
  Update update;
  if (has_to_replace(begin_of(range, most_lines), range.screen)) {
    Whole whole = whole_of(pane, most_lines);
    update = {.bytes = whole.bytes(), .replaces_all = true};
    take(std::move(whole));
    return update;
  }
  std::string screen = model::styled_lines(pane, range.screen, range.end);
  if (end_ == range.screen && screen == screen_) return update;
  std::string payload = model::styled_lines(pane, end_, range.screen);
  line_bytes_ += payload.size();
  payload += kBeforeScreen;
  payload += screen;
  append_record(payload, update.bytes);
  end_ = range.screen;
  screen_ = std::move(screen);
  file_bytes_ += update.bytes.size();
  return update;
}

common::Result<std::string> text_of_pane_log(std::string_view bytes) {
  const RecordScan scan = TRY(scan_records(bytes));
  std::string_view screen;
  std::string lines;
  for (const std::string_view payload : scan.payloads) {
    const std::size_t end = std::min(payload.find(kBeforeScreen), payload.size());
    lines += payload.substr(0, end);
    screen = payload.substr(std::min(end + 1, payload.size()));
  }
  lines += screen;
  std::string text;
  text.reserve(lines.size() + lines.size() / 32);
  for (const char c : lines) {
    // The first line has none before it.
    if (c == '\n' && !text.empty()) text += '\r';
    if (c != '\n' || !text.empty()) text += c;
  }
  return text;
}

}  // namespace mux::journal
