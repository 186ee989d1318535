#include "mux/model/pane.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace mux::model {

namespace {

PaneKind kind_of(const layout::PaneContent& content) {
  if (content.kind != layout::PaneContent::Kind::Plugin) return PaneKind::Terminal;
  return layout::is_bar(content) ? PaneKind::Bar : PaneKind::Plugin;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The path of "file://host/path", decoded; empty if it is none.
std::string path_of(std::string_view url) {
  constexpr std::string_view kScheme = "file://";
  if (url.starts_with(kScheme)) {
    url.remove_prefix(kScheme.size());
    url.remove_prefix(std::min(url.find('/'), url.size()));
  }
  if (!url.starts_with('/')) return {};
  std::string path;
  for (std::size_t i = 0; i < url.size(); ++i) {
    if (url[i] == '%' && i + 2 < url.size() && hex_digit(url[i + 1]) >= 0 &&
        hex_digit(url[i + 2]) >= 0) {
      path += static_cast<char>(hex_digit(url[i + 1]) * 16 + hex_digit(url[i + 2]));
      i += 2;
    } else {
      path += url[i];
    }
  }
  return path.find('\0') == std::string::npos ? path : std::string();
}

}  // namespace

// What the program asks for, to the pane itself or to the host.
class Pane::Events : public term::TerminalEvents {
 public:
  Events(Pane& pane, Host& host) : pane_(pane), host_(host) {}

  void reply(std::string_view bytes) override {
    if (pane_.has_process) host_.write(pane_.id_, bytes);
  }
  void set_title(std::string_view title) override {
    if (pane_.program_title == title) return;
    pane_.program_title = title;
    ++pane_.face_version;
  }
  void set_working_directory(std::string_view url) override {
    std::string path = path_of(url);
    if (!path.empty()) pane_.cwd = std::move(path);
  }
  void ring_bell() override {
    if (!std::exchange(pane_.has_bell, true)) ++pane_.face_version;
    host_.ring_bell(pane_.id_);
  }
  void set_clipboard(std::string_view selections, std::string_view text) override {
    const bool is_primary = selections.find('p') != selections.npos;
    host_.copy(std::nullopt, is_primary ? CopyTarget::Primary : CopyTarget::Clipboard, text);
  }
  void query_clipboard(std::string_view selections) override {
    host_.query_clipboard(pane_.id_, selections);
  }
  void notify(std::string_view title, std::string_view body) override {
    host_.notify(pane_.id_, title, body);
  }
  void show_progress(term::Progress shown, unsigned shown_percent) override {
    pane_.progress = shown;
    pane_.progress_percent = shown_percent;
    ++pane_.face_version;
  }
  void command_ended(std::uint32_t code) override {
    pane_.last_command_exit = code;
    ++pane_.face_version;
  }
  // The size of a pane is its place's.
  void resize(term::Size /*size*/) override {}

 private:
  Pane& pane_;
  Host& host_;
};

Pane::Pane(PaneId id, layout::PaneContent pane_content, term::Size size,
           const term::TerminalOptions& options, Host& host)
    : content(std::move(pane_content)), cwd(content.cwd), id_(id), kind_(kind_of(content)) {
  if (kind_ != PaneKind::Terminal) return;
  events_ = std::make_unique<Events>(*this, host);
  terminal_ = std::make_unique<term::Terminal>(size, options, *events_);
}

Pane::~Pane() = default;

std::string Pane::title() const {
  if (!name.empty()) return name;
  if (!program_title.empty()) return program_title;
  if (content.kind == layout::PaneContent::Kind::Shell) return numbered_title();
  std::string title = content.program;
  for (const std::string& argument : content.arguments) title += ' ' + argument;
  return title;
}

std::string Pane::numbered_title() const {
  return "Pane #" + std::to_string(number);
}

}  // namespace mux::model
