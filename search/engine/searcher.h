// Searches one haystack after another and shows what it finds to a Sink.
//
// One Searcher per thread: its buffer and the matcher's scratch are reused, so
// that searching a small file costs no allocation and one read.  What a
// haystack goes through: byte order mark or -E (decoder in front if needed) ->
// multi-line search over all of it, or line search window by window.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "common/fs/byte_source.h"
#include "common/regex/matcher.h"
#include "search/engine/emitter.h"
#include "search/engine/line_buffer.h"
#include "search/engine/line_search.h"
#include "search/engine/multi_line_search.h"
#include "search/engine/search_config.h"
#include "search/engine/sink.h"

namespace search {

enum class StreamKind : std::uint8_t { Plain, Stdin };

class Searcher {
 public:
  // `config` and `matcher` outlive the searcher.
  Searcher(const SearchConfig& config, const common::regex::Matcher& matcher);
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // A regular file from its start; the descriptor stays open.  Failures carry
  // the reason only ("Is a directory (os error 21)"); the caller knows the path.
  common::Result<void> search_file(int fd, BinaryRule rule, Sink& sink);
  // The same for a large file, by several threads where the search allows it.
  common::Result<void> search_large_file(int fd, std::uint64_t size, unsigned threads,
                                         BinaryRule rule, Sink& sink);
  // Anything else: a pipe, standard input, the output of a decompressor.  It
  // is searched line by line as it comes.
  common::Result<void> search_stream(common::fs::ByteSource& source, StreamKind kind,
                                     BinaryRule rule, Sink& sink);
  // Bytes in memory, searched as they are, without looking for a mark.
  common::Result<void> search_memory(std::string_view bytes, BinaryRule rule, Sink& sink);

 private:
  struct Job {
    BinaryRule rule = BinaryRule::None;
    StreamKind kind = StreamKind::Plain;
    bool is_whole_file = false;  // whole_file_binary_rule applies.
    Sink* sink = nullptr;
  };
  common::Result<void> search_opened(Job job, common::fs::ByteSource* source, int fd);
  common::Result<void> search_decoded(const Job& job, common::fs::ByteSource* source, int fd);
  common::Result<void> search_buffer(const Job& job);
  common::Result<void> search_lines(const Job& job);
  // Whether a file is found to have no match without being in memory as a whole;
  // then it is done with.
  common::Result<bool> pass_over(const Job& job);
  common::Result<void> search_all(const Job& job, std::string_view bytes);
  common::Result<void> finish(const Job& job, std::uint64_t byte_count);
  bool depends_on_steps() const;
  // Whether lines can be found in any order and shown later.
  bool can_split(const Job& job) const;

  const SearchConfig config_;
  const common::regex::Matcher& matcher_;
  const bool is_multi_line_;
  common::regex::Scratch scratch_;
  Emitter emitter_;
  LineSearch line_search_;
  MultiLineSearch multi_line_search_;
  LineBuffer buffer_;
};

// The configuration as the engine uses it: --passthru leaves no room for contexts.
SearchConfig effective_config(SearchConfig config);

}  // namespace search
