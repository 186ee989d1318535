#include "mux/journal/pane_log.h"

#include <algorithm>
#include <utility>

#include "mux/journal/record_log.h"
#include "mux/model/text.h"

namespace mux::journal {

namespace {

constexpr char kBeforeScreen = '\0';
// Less than this is not worth writing anew.
constexpr std::size_t kSmallFile = std::size_t{256} << 10;
// So that a record is never larger than what is read.
constexpr std::uint64_t kLinesPerRecord = 1024;

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

PaneLog::Update PaneLog::update(model::Pane& pane, std::size_t most_lines) {
  const model::LineRange range = model::main_lines_of(pane);
  std::uint64_t begin = range.begin;
  if (most_lines > 0 && range.screen - begin > most_lines) begin = range.screen - most_lines;
  Update update;
  // Several records are only whole together if the file is replaced.
  update.replaces_all = !continues(begin, range.screen) || is_wasteful(begin, range.screen) ||
                        range.screen - end_ > kLinesPerRecord;
  if (update.replaces_all) {
    update.bytes = kLogHeader;
    begin_ = end_ = begin;
    line_bytes_ = 0;
    file_bytes_ = 0;
    is_known_ = true;
  }
  std::string screen = model::styled_lines(pane, range.screen, range.end);
  if (!update.replaces_all && end_ == range.screen && screen == screen_) return update;
  do {
    const std::uint64_t next = std::min(range.screen, end_ + kLinesPerRecord);
    std::string payload = model::styled_lines(pane, end_, next);
    line_bytes_ += payload.size();
    payload += kBeforeScreen;
    if (next == range.screen) payload += screen;
    append_record(payload, update.bytes);
    end_ = next;
  } while (end_ < range.screen);
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
