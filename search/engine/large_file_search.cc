#include "search/engine/large_file_search.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <utility>

#include "common/scan/scan.h"

namespace search {

namespace scan = common::scan;
using common::Result;
using common::regex::Candidate;
using common::regex::Found;
using common::regex::Scratch;

namespace {

constexpr std::size_t kPieceSize = 256 * 1024;
// How much is read first to find the end of a piece's last line.
constexpr std::size_t kTailRead = 2 * 1024;
static_assert(kCheckedFront <= kPieceSize);

// Pieces that are read take memory.  Others are many, so that a thread that has to wait
// for its turn on a processor does not hold up the rest.
constexpr std::size_t kReadPieces = 4;
constexpr std::size_t kMappedPieces = 32;

}  // namespace

LargeFileSearch::LargeFileSearch(int fd, std::uint64_t file_size, const SearchConfig& config,
                                 const common::regex::Matcher& matcher, Emitter& emitter)
    : fd_(fd),
      file_size_(file_size),
      config_(config),
      matcher_(matcher),
      piece_count_((file_size + kPieceSize - 1) / kPieceSize),
      map_(MappedFile::map(fd, file_size, config.mapping)),
      emitter_(emitter) {}

Result<void> LargeFileSearch::run(unsigned threads) {
  const std::size_t own_count = map_ != nullptr ? kMappedPieces : kReadPieces;
  std::vector<Piece> pieces(threads * own_count);
  waiting_.resize(pieces.size());
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) {
    others.emplace_back(
        [this, own = std::span(pieces).subspan(i * own_count, own_count)] { work(own); });
  }
  work(std::span(pieces).first(own_count));
  others.clear();  // Joins them.
  return std::move(result_);
}

void LargeFileSearch::work(std::span<Piece> own) {
  Scratch scratch = matcher_.make_scratch();
  std::unique_lock lock(mutex_);
  while (true) {
    Piece* piece = nullptr;
    changed_.wait(lock, [&] {
      piece = find_free(own);
      return is_over_ || piece != nullptr;
    });
    if (is_over_ || next_to_search_ == piece_count_) return;
    piece->number = next_to_search_++;
    lock.unlock();
    Result<void> result = search(*piece, scratch);
    lock.lock();
    if (!result) return fail_with(std::move(result));
    piece->is_waiting = true;
    waiting(piece->number) = piece;
    show_finished(lock, scratch);
  }
}

// With the mutex locked.
void LargeFileSearch::fail_with(Result<void> result) {
  if (!is_over_) result_ = std::move(result);
  is_over_ = true;
  changed_.notify_all();
}

LargeFileSearch::Piece* LargeFileSearch::find_free(std::span<Piece> own) {
  for (Piece& piece : own) {
    if (!piece.is_waiting) return &piece;
  }
  return nullptr;
}

// Finds the lines that begin behind the first byte of the piece's range, up to one
// that begins right behind the range: so reads stay aligned to pages, which
// copy faster, and no byte in front is needed to tell where a line begins.
Result<void> LargeFileSearch::search(Piece& piece, Scratch& scratch) const {
  piece.offset = piece.number * kPieceSize;
  piece.is_mapped = is_mapped();
  if (piece.is_mapped) {
    point_to_map(piece);
  } else {
    TRY(load(piece));
  }
  TRY(find_lines(piece, scratch));
  return {};
}

std::size_t LargeFileSearch::nominal_size(const Piece& piece) const {
  return static_cast<std::size_t>(std::min<std::uint64_t>(kPieceSize, file_size_ - piece.offset));
}

// npos if no line begins in the piece.
std::size_t LargeFileSearch::start_of_lines(const Piece& piece) const {
  if (piece.number == 0) return 0;
  const std::size_t before =
      scan::find_byte(piece.bytes.substr(0, kPieceSize), config_.line_terminator);
  return before == scan::npos ? before : before + 1;
}

void LargeFileSearch::point_to_map(Piece& piece) const {
  const std::string_view rest = map_->bytes().substr(static_cast<std::size_t>(piece.offset));
  piece.bytes = rest;
  piece.lines = {};
  const std::size_t start = start_of_lines(piece);
  if (start == scan::npos) return;
  const std::size_t end = scan::find_byte(rest, config_.line_terminator, nominal_size(piece));
  piece.lines = {start, end == scan::npos ? rest.size() : end + 1};
}

Result<void> LargeFileSearch::load(Piece& piece) const {
  piece.bytes = {};
  piece.lines = {};
  TRY(read_upto(piece, nominal_size(piece)));
  const std::size_t start = start_of_lines(piece);
  if (start == scan::npos) return {};
  TRY(read_last_line(piece));
  piece.lines = {start, piece.bytes.size()};
  return {};
}

// Fewer bytes if the file was cut short meanwhile.
Result<void> LargeFileSearch::read_upto(Piece& piece, std::size_t size) const {
  if (piece.memory.capacity() < size) TRY(piece.memory.grow(size + kTailRead));
  std::size_t done = piece.bytes.size();
  while (done < size) {
    const ssize_t got = ::pread(fd_, piece.memory.data() + done, size - done,
                                static_cast<off_t>(piece.offset + done));
    if (got == 0) break;
    if (got < 0 && errno != EINTR) return common::fail(common::os_error_text(errno), errno);
    if (got > 0) done += static_cast<std::size_t>(got);
  }
  piece.bytes = {piece.memory.data(), done};
  return {};
}

Result<void> LargeFileSearch::read_last_line(Piece& piece) const {
  for (std::size_t more = kTailRead;; more *= 4) {
    const std::size_t searched = piece.bytes.size();
    const std::uint64_t left = file_size_ - (piece.offset + searched);
    TRY(read_upto(piece, searched + std::min<std::uint64_t>(left, more)));
    if (piece.bytes.size() == searched) return {};
    const std::size_t end = scan::find_byte(piece.bytes, config_.line_terminator, searched);
    if (end != scan::npos) {
      piece.bytes = piece.bytes.substr(0, end + 1);
      return {};
    }
  }
}

Result<void> LargeFileSearch::find_lines(Piece& piece, Scratch& scratch) const {
  const std::string_view text = piece.text();
  piece.found.clear();
  piece.terminator_count = 0;
  for (std::size_t position = 0; position < text.size();) {
    const Candidate candidate = matcher_.find_candidate_line(text, position, scratch);
    if (candidate.kind == Candidate::None) break;
    const LineRange line =
        lines_around(text, config_.line_terminator, candidate.position, candidate.position);
    if (line.start == text.size()) break;
    position = line.end;
    if (candidate.kind == Candidate::Possible) {
      const Found found = matcher_.confirm_line(
          text.substr(0, line.start + without_terminator(line.in(text), config_).size()),
          line.start, scratch);
      if (found == Found::Failed) return common::fail(scratch.error);
      if (found == Found::No) continue;
    }
    piece.found.push_back(line);
  }
  if (config_.line_numbers) {
    piece.terminator_count = scan::count_byte(text, config_.line_terminator);
  }
  return {};
}

void LargeFileSearch::show_finished(std::unique_lock<std::mutex>& lock, Scratch& scratch) {
  if (is_showing_) return;
  is_showing_ = true;
  while (!is_over_ && next_to_show_ < piece_count_ && waiting(next_to_show_) != nullptr) {
    Piece& piece = *std::exchange(waiting(next_to_show_), nullptr);
    lock.unlock();
    Result<void> result;
    // Its bytes may have gone before they were searched, or after.
    if (piece.is_mapped && (!is_mapped() || !holds_found(piece))) result = search(piece, scratch);
    const bool goes_on = result && show(piece);
    lock.lock();
    if (!result) return fail_with(std::move(result));
    piece.is_waiting = false;
    ++next_to_show_;
    if (!goes_on || next_to_show_ == piece_count_) is_over_ = true;
    changed_.notify_all();
  }
  is_showing_ = false;
}

bool LargeFileSearch::holds_found(const Piece& piece) const {
  return piece.found.empty() || map_->holds(piece.text().substr(0, piece.found.back().end));
}

bool LargeFileSearch::show(const Piece& piece) {
  const std::string_view text = piece.text();
  emitter_.set_window(text);
  emitter_.move_to(piece.offset + piece.lines.start, line_number_);
  bool goes_on = true;
  if (next_to_show_ == 0) {
    goes_on = emitter_.check_for_nul({0, std::min(text.size(), kCheckedFront)});
  }
  for (std::size_t i = 0; goes_on && i < piece.found.size(); ++i) {
    emitter_.count_match();
    emitter_.set_position(piece.found[i].end);
    goes_on = emitter_.matched(piece.found[i]) && !emitter_.reached_limit();
  }
  if (goes_on && !text.empty()) emitter_.set_position(text.size());
  if (!goes_on || !text.empty()) byte_count_ = emitter_.absolute_position();
  line_number_ += piece.terminator_count;
  if (map_ != nullptr) map_->leave_behind(static_cast<std::size_t>(piece.offset));
  return goes_on;
}

}  // namespace search
