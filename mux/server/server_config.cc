// The part of Server that is about its configuration while it runs: files that change,
// and what is said about them.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>

#include "mux/action/scroll_mode.h"
#include "mux/config/document.h"
#include "mux/model/arrange.h"
#include "mux/model/auto_lock.h"
#include "mux/model/closing.h"
#include "mux/server/server.h"

namespace mux::server {

namespace {

// Editors write in several steps.
constexpr std::uint64_t kSettleMilliseconds = 50;
constexpr std::uint64_t kNoticeMilliseconds = 30'000;

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool may_be_config(std::string_view name) {
  return name == "config.toml" || name == "config.kdl";
}

}  // namespace

void Server::watch_config() {
  const config::Sources& sources = setup_.sources;
  std::vector<std::string> folders = config::theme_folders(sources, setup_.config);
  for (const std::string& theme_folder : folders) {
    folder_watches_.push_back(
        std::make_unique<FolderWatch>(loop_, theme_folder, [this](std::string_view name) {
          if (name.ends_with(".kdl") || config::is_toml(name)) {
            reload_timer_.start(kSettleMilliseconds);
          }
        }));
  }
  // The folder, not the file: editors replace files.
  std::string folder;
  if (sources.file.empty()) {
    if (!sources.folders.empty()) folder = sources.folders.front();
  } else {
    const std::size_t slash = sources.file.rfind('/');
    folder =
        slash == std::string::npos ? "." : sources.file.substr(0, std::max<std::size_t>(slash, 1));
  }
  if (folder.empty()) return;
  folder_watches_.push_back(
      std::make_unique<FolderWatch>(loop_, folder, [this, folder](std::string_view name) {
        std::string& file = setup_.sources.file;
        if (file.empty() && may_be_config(name)) file = fmt::format("{}/{}", folder, name);
        if (!file.empty() && name == file_name(file)) reload_timer_.start(kSettleMilliseconds);
      }));
}

void Server::reload_config() {
  auto loaded = config::load(setup_.sources);
  if (!loaded) return show_notice(loaded.error().message);
  for (const auto* const messages : {&loaded->problems, &loaded->warnings}) {
    for (const std::string& message : *messages) std::fprintf(stderr, "%s\n", message.c_str());
  }
  if (!loaded->problems.empty()) {
    const std::string& first = loaded->problems.front();
    return show_notice(fmt::format("{}; it stays as it was", first.substr(0, first.find('\n'))));
  }
  config::update(setup_.config, loaded->config, session_.options);
  fix_theme();
  setup_.keys = config::key_map_of(loaded->config);
  setup_.config = std::move(loaded->config);
  hints_.forget();
  show_notice({});
  model::arrange(session_, *this);
}

void Server::show_notice(std::string text) {
  session_.notice = std::move(text);
  if (session_.notice.empty()) {
    notice_timer_.stop();
  } else {
    notice_timer_.start(kNoticeMilliseconds);
  }
  has_changed_ = true;
}

// As the user's terminal says it is, dark or light.
void Server::take_theme(model::Theme theme) {
  if (session_.theme == theme || session_.options.fixed_theme) return;
  session_.theme = theme;
  has_changed_ = true;
}

// If the options name one, whatever terminals say.
void Server::fix_theme() {
  session_.theme = session_.options.fixed_theme.value_or(session_.theme);
}

// Whether keys are locked follows the program in front, and the scroll mode what is looked
// at, if the options say so.
void Server::update_modes() {
  const bool looks = std::exchange(looks_at_programs_, false);
  if (model::update_auto_lock(session_, *this, looks)) has_changed_ = true;
  if (action::follow_scrolling(session_, *this)) has_changed_ = true;
}

// A shell that was typed to, or whatever writes, may be about to start another program,
// or to end.  A moment later it is seen which one it is.
void Server::note_program_activity() {
  constexpr std::uint64_t kLookMilliseconds = 100;
  const model::SessionOptions& options = session_.options;
  if (options.auto_lock == model::AutoLock::Never || options.auto_lock_programs.empty()) return;
  if (!lock_timer_.is_running()) lock_timer_.start(kLookMilliseconds);
}

// For whoever looks into what a program does to a terminal.
void Server::dump_output(model::PaneId pane, std::string_view bytes) const {
  const std::string path = fmt::format("{}/kmux-{}-{}.log", setup_.dump_folder,
                                       session_.name.text(), model::pane_name(pane));
  std::ofstream(path, std::ios::binary | std::ios::app)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// The session goes as the options say when a terminal goes that was not left.
void Server::force_closed(const Peer& peer) {
  const bool has_view = peer.client && session_.find_client(peer.client->id()) != nullptr;
  if (has_view && session_.options.on_force_close == model::ForceClose::Quit) {
    model::end_session(session_, *this);
  }
}

}  // namespace mux::server
