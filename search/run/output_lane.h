// The way from one thread's printer to standard output.
//
// Stream: one thread is all there is, output leaves as it comes.  Gather: the
// outputs of whole files gather until there is enough for one write, or until
// some of it has waited long.  Chunks: the walk takes what there is after each
// batch of files and hands it on in path order.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "common/walk/walk.h"
#include "search/printer/output_buffer.h"
#include "search/run/shared_output.h"

namespace search {

class OutputLane {
 public:
  enum class Kind : std::uint8_t { Stream, Gather, Chunks };
  struct Options {
    Kind kind = Kind::Stream;
    bool flush_every_line = false;  // Stream only.
    bool flush_every_file = false;
  };

  OutputLane(const Options& options, SharedOutput& shared);
  ~OutputLane();
  OutputLane(const OutputLane&) = delete;
  OutputLane& operator=(const OutputLane&) = delete;

  // What the printer appends to.
  OutputBuffer& buffer() { return buffer_; }
  // Gather: goes between files.
  void set_separator(std::string_view separator) { separator_ = separator; }
  // Chunks: what end_file() would be told now.
  void set_separator_size(std::function<std::size_t()> size) {
    separator_size_now_ = std::move(size);
  }

  // Chunks: hands on what one file prints beyond a limit in its `turn`, if any.
  void begin_file(common::walk::Turn* turn = nullptr);
  // `separator_size`: see Printer.
  void end_file(std::size_t separator_size = 0);
  // The file failed: Gather takes back what it printed, as far as that has not
  // left yet.
  void drop_file(std::size_t separator_size = 0);
  // Chunks: what was printed since the last call, null if nothing.
  std::unique_ptr<common::walk::Chunk> take();

  // A chunk's bytes, for Walk::emit.
  static std::string_view bytes_of(const common::walk::Chunk& chunk);
  // How many of them are separators in front.
  static std::size_t separator_size_of(const common::walk::Chunk& chunk);

 private:
  using Clock = std::chrono::steady_clock;
  // Streams what one file prints beyond a limit.
  class Overflow final : public OutputWriter {
   public:
    explicit Overflow(SharedOutput& shared) : shared_(shared) {}
    void write(std::string_view bytes) override;
    bool failed() const override { return shared_.failed(); }
    bool is_active() const { return hold_.owns_lock(); }
    void end() { hold_.unlock(); }

   private:
    SharedOutput& shared_;
    SharedOutput::Hold hold_;
  };

  // Chunks: hands on what one file prints beyond a limit.
  class HandOver final : public OutputWriter {
   public:
    explicit HandOver(OutputLane& lane) : lane_(lane) {}
    void write(std::string_view bytes) override;
    bool failed() const override { return lane_.shared_.failed(); }

   private:
    OutputLane& lane_;
  };

  void flush();
  // The file at hand is the first of the chunk: so is its separator.
  void note_separator(std::size_t size);
  // All of the buffer but the separator behind the last file.
  std::string_view gathered() const;
  bool has_waited_long();

  const Options options_;
  SharedOutput& shared_;
  Overflow overflow_;
  HandOver hand_over_;
  OutputBuffer buffer_;
  std::string separator_;
  std::function<std::size_t()> separator_size_now_ = [] { return std::size_t{0}; };
  std::size_t file_start_ = 0;
  // Chunks:
  common::walk::Turn* turn_ = nullptr;  // Of the file at hand.
  bool has_handed_over_ = false;        // Some of the file at hand.
  std::size_t separator_size_ = 0;      // Of the separators in front.
  Clock::time_point oldest_;            // When the first of the gathered output came.
  bool is_waiting_ = false;
};

}  // namespace search
