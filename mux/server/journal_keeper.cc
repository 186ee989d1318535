#include "mux/server/journal_keeper.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>
#include <vector>

#include "mux/journal/journal_folder.h"
#include "mux/platform/descriptor.h"

namespace mux::server {

using common::Result;

namespace {

void sync_files(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const platform::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.is_open()) ::fdatasync(file.number());
  }
}

}  // namespace

JournalKeeper::JournalKeeper(Loop& loop, journal::JournalSetup setup, const std::string& hook,
                             model::Session& session, model::Host& host,
                             std::function<void()> on_news)
    : loop_(loop),
      session_(session),
      host_(host),
      journal_(std::move(setup)),
      hook_(loop, hook, [this] { note_change(); }),
      timer_(loop, [this] { write(); }),
      sync_(loop),
      aside_(loop),
      on_news_(std::move(on_news)) {
  journal_.aside = [this](std::function<void()> work, std::function<void()> done) {
    aside_.start(std::move(work), std::move(done));
  };
  if (!hook.empty()) {
    journal_.rewrite = [this](const std::vector<std::string>& command) {
      return hook_.rewritten(command);
    };
  }
}

void JournalKeeper::start_timer() {
  if (!journal_.is_on() || (timer_.is_running() && !is_retrying_)) return;
  is_retrying_ = false;
  timer_.start(journal_.interval_ms());
}

void JournalKeeper::note_change() {
  journal_.note_change();
  start_timer();
}

void JournalKeeper::note_activity(model::PaneId pane, bool is_typed) {
  journal_.note_activity(pane, is_typed, loop_.now_ms());
  start_timer();
}

void JournalKeeper::write() {
  constexpr std::uint64_t kRetryMilliseconds = 10'000;
  if (journal_.is_on()) {
    static_cast<void>(take(journal_.write_soon(session_, host_, loop_.now_ms())));
  }
  if (!journal_.has_work() || timer_.is_running()) return;
  is_retrying_ = !failure_.empty();
  timer_.start(is_retrying_ ? kRetryMilliseconds : journal_.interval_ms());
}

Result<void> JournalKeeper::save() {
  if (!journal_.is_on()) return common::fail("sessions are not written to disk");
  return take(journal_.write(session_, host_, loop_.now_ms()));
}

Result<void> JournalKeeper::take(Result<void> done) {
  note_result(done);
  sync();
  return done;
}

void JournalKeeper::note_result(const Result<void>& done) {
  const bool had_failed = !failure_.empty();
  if (done.has_value() == !had_failed) return;
  failure_.clear();
  if (!done) {
    failure_ = fmt::format(
        "what changes now cannot be written to disk, so it would not come back after a crash: {}",
        done.error().message);
    std::fprintf(stderr, "kmux: session %s: %s\n", session_.name.text().c_str(), failure_.c_str());
  }
  on_news_();
}

// One at a time: what is written meanwhile is synced after the next write.
void JournalKeeper::sync() {
  if (sync_.is_running()) return;
  std::vector<std::string> paths = journal_.take_written();
  if (paths.empty()) return;
  sync_.start([paths = std::move(paths)] { sync_files(paths); });
}

void JournalKeeper::end(model::SessionEnd how) {
  timer_.stop();
  if (!journal_.is_on()) return;
  const bool is_kept = how == model::SessionEnd::Killed ||
                       (how == model::SessionEnd::Quit && journal_.is_worth_keeping());
  if (is_kept) {
    journal_.close();
  } else {
    static_cast<void>(journal_.remove());
  }
}

Result<void> JournalKeeper::rename(const std::string& session) {
  if (!journal_.is_on()) return {};
  const std::string& folder = journal_.folder();
  return journal_.rename(folder.substr(0, folder.rfind('/') + 1) + session);
}

}  // namespace mux::server
