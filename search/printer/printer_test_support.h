// Runs a printer over lines as an engine would report them, for unit tests.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/printer/printer.h"

namespace search {

// Two with a match of foo.
inline constexpr std::string_view kThreeLines = "one foo\ntwo\nthree foo foo\n";

class PrinterRun {
 public:
  explicit PrinterRun(std::string_view pattern) { regex.patterns = {std::string(pattern)}; }

  // To be set before start().
  PrintConfig config;
  SearchConfig search;
  common::regex::RegexSpec regex;

  // Begins a haystack: `lines` with their endings.
  void start(std::string_view path, std::string_view text, BinaryRule binary = BinaryRule::None) {
    if (!printer_) {
      auto compiled = common::regex::Matcher::compile(regex);
      REQUIRE(compiled);
      matcher_ = std::make_unique<common::regex::Matcher>(std::move(*compiled));
      printer_ = make_printer(config, search, *matcher_, out_);
    }
    text_ = text;
    printer_->start(path, binary);
    printer_->begin();
  }

  // Reports `count` lines from the `index`th (0 is the first) as a match.
  bool match(std::size_t index, std::size_t count = 1) {
    const std::size_t from = line_start(index);
    const std::size_t size = line_start(index + count) - from;
    return printer_->matched(
        {std::string_view(text_).substr(from, size), from, number(index), text_, from});
  }
  bool context(std::size_t index, ContextKind kind = ContextKind::After) {
    const std::size_t from = line_start(index);
    const std::size_t size = line_start(index + 1) - from;
    return printer_->context(
        {kind, std::string_view(text_).substr(from, size), from, number(index)});
  }
  void finish(std::optional<std::uint64_t> binary_offset = std::nullopt) {
    if (binary_offset) printer_->binary_data(*binary_offset);
    printer_->finish({text_.size(), binary_offset});
  }

  Printer& printer() { return *printer_; }
  std::string_view output() const { return out_.view(); }

 private:
  std::size_t line_start(std::size_t index) const {
    std::size_t start = 0;
    for (; index > 0 && start < text_.size(); --index) {
      start = std::min(text_.find(search.line_terminator, start), text_.size() - 1) + 1;
    }
    return start;
  }
  std::optional<std::uint64_t> number(std::size_t index) const {
    return search.line_numbers ? std::optional<std::uint64_t>(index + 1) : std::nullopt;
  }

  OutputBuffer out_;
  std::unique_ptr<common::regex::Matcher> matcher_;
  std::unique_ptr<Printer> printer_;
  std::string text_;
};

}  // namespace search
