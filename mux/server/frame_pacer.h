// FramePacer: when a client's next frame is to be drawn.
//
// What changes after a pause is drawn at once, and so are the next few changes, which
// often belong to it: a new shell's screen, what the outer terminal tells about itself,
// the prompt.  So is what looks like the echo of a key.  While changes go on there is a
// frame every 8 ms, and every 16 ms while a program floods: nobody reads that, and each
// frame takes time from reading on.  The first part of much output waits a little for
// the rest: mostly it is a screen that is drawn anew, and then comes in one frame.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace mux::server {

enum class Change : std::uint8_t { Flood, Normal, Urgent };

class FramePacer {
 public:
  void mark(Change change, std::uint64_t now_ms) {
    if (!is_marked_) marked_at_ = now_ms;
    change_ = is_marked_ ? std::max(change_, change) : change;
    is_marked_ = true;
  }
  // The time (in milliseconds) for the frame; none: there is nothing to draw.
  std::optional<std::uint64_t> due() const {
    if (!is_marked_) return std::nullopt;
    if (change_ == Change::Urgent) return 0;
    const bool is_flood = change_ == Change::Flood;
    const std::uint64_t first = is_flood ? marked_at_ + kRestTime : 0;
    if (!drawn_at_ || (spare_ > 0 && !is_flood)) return first;
    return std::max(first, *drawn_at_ + (is_flood ? kFloodInterval : kInterval));
  }
  void drawn(std::uint64_t now_ms) {
    if (!drawn_at_ || now_ms - *drawn_at_ >= kPause) {
      spare_ = kSpare;
    } else if (spare_ > 0) {
      --spare_;
    }
    is_marked_ = false;
    drawn_at_ = now_ms;
  }

 private:
  static constexpr std::uint64_t kInterval = 8;
  static constexpr std::uint64_t kFloodInterval = 16;
  static constexpr std::uint64_t kRestTime = 2;
  static constexpr std::uint64_t kPause = 50;
  static constexpr int kSpare = 3;

  bool is_marked_ = false;
  Change change_ = Change::Normal;
  std::uint64_t marked_at_ = 0;
  std::optional<std::uint64_t> drawn_at_;
  int spare_ = 0;  // Frames that need not wait.
};

}  // namespace mux::server
