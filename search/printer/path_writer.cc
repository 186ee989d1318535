#include "search/printer/path_writer.h"

#include <algorithm>

namespace search {

PathWriter::PathWriter(const PrintConfig& config)
    : config_(config), may_link_(config.color && !config.hyperlink.empty()) {
  if (config.color) color_opening_ = config.colors.path.opening();
}

void PathWriter::start(std::string_view path) {
  text_ = path;
  if (config_.path_separator) std::ranges::replace(text_, '/', *config_.path_separator);
  painted_ = color_opening_;
  painted_ += text_;
  if (config_.color) painted_ += common::tty::kReset;
  link_path_known_ = false;
}

void PathWriter::write(OutputBuffer& out) {
  const bool linked = open_link(out, std::nullopt, std::nullopt);
  out.append(painted_);
  out.count_escapes(escape_size());
  if (linked) close_link(out);
}

bool PathWriter::open_link(OutputBuffer& out, std::optional<std::uint64_t> line,
                           std::optional<std::uint64_t> column) {
  if (!may_link_) return false;
  if (!link_path_known_) {
    link_path_ = HyperlinkFormat::link_path(text_);
    link_path_known_ = true;
  }
  if (!link_path_) return false;
  url_.clear();
  config_.hyperlink.append_url(url_, *link_path_, line, column);
  out.append_escape("\x1b]8;;");
  out.append_escape(url_);
  out.append_escape("\x1b\\");
  return true;
}

void PathWriter::close_link(OutputBuffer& out) {
  out.append_escape("\x1b]8;;\x1b\\");
}

}  // namespace search
