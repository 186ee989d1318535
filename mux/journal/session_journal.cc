#include "mux/journal/session_journal.h"

#include <dirent.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <set>
#include <utility>

#include "common/fs/whole_file.h"
#include "mux/journal/journal_folder.h"
#include "mux/journal/record_log.h"

namespace mux::journal {

namespace {

using common::Result;
using model::Pane;
using model::PaneId;

// What was written may be followed by more from the same program, for so long.
constexpr std::uint64_t kSettleMilliseconds = 600;
// What is typed may start a program without a word, for so long.
constexpr std::uint64_t kTypedMilliseconds = 3000;
// A journal with more bytes than this, and than some records, is written anew.
constexpr std::size_t kLargeJournal = std::size_t{1} << 20;
constexpr std::size_t kMostRecords = 16;

std::vector<std::string> files_in(const std::string& path) {
  std::vector<std::string> names;
  DIR* const folder = ::opendir(path.c_str());
  if (folder == nullptr) return names;
  while (const dirent* const entry = ::readdir(folder)) {
    if (entry->d_type == DT_REG) names.emplace_back(entry->d_name);
  }
  ::closedir(folder);
  return names;
}

}  // namespace

SessionJournal::SessionJournal(JournalSetup setup)
    : setup_(std::move(setup)), file_(path_of(std::string(kJournalName))) {}

std::string SessionJournal::path_of(const std::string& file) const {
  return fmt::format("{}/{}", setup_.folder, file);
}

void SessionJournal::note_activity(PaneId pane, bool is_typed, std::uint64_t now_ms) {
  if (!is_on()) return;
  const std::uint64_t until =
      now_ms + std::max(is_typed ? kTypedMilliseconds : kSettleMilliseconds, setup_.interval_ms);
  std::uint64_t& known = watched_[pane];
  known = std::max(known, until);
}

SessionJournal::KeptPane& SessionJournal::kept(PaneId id) {
  const auto [entry, is_new] = panes_.try_emplace(id);
  KeptPane& pane = entry->second;
  if (is_new && setup_.keeps_text && !model::is_plugin(id)) {
    pane.file = fmt::format("pane-{}-{}", setup_.generation, model::number_of(id));
    pane.log_file.set_path(path_of(pane.file));
  }
  return pane;
}

PaneFacts SessionJournal::facts_of(const Pane& pane) {
  const KeptPane& known = kept(pane.id());
  PaneFacts facts{.running = known.running, .contents_file = known.file};
  if (rewrite && !facts.running.command.empty()) {
    facts.running.command = rewrite(facts.running.command);
  }
  return facts;
}

void SessionJournal::look_at(const Pane& pane, model::Host& host) {
  KeptPane& known = kept(pane.id());
  const bool had_process = pane.has_process;
  model::RunningProgram running = model::running_program(host, pane);
  // Between two programs nothing is known for a moment.
  if (had_process && running.command.empty()) running.command = known.running.command;
  if (running == known.running && pane.program_title == known.title && pane.cwd == known.cwd) {
    return;
  }
  known.running = std::move(running);
  known.title = pane.program_title;
  known.cwd = pane.cwd;
  has_changed_ = true;
}

Result<void> SessionJournal::write(model::Session& session, model::Host& host,
                                   std::uint64_t now_ms) {
  // What is being written aside is older.
  replacement_.reset();
  replacement_result_ = {};
  return write_all(session, host, now_ms, false);
}

Result<void> SessionJournal::write_soon(model::Session& session, model::Host& host,
                                        std::uint64_t now_ms) {
  return write_all(session, host, now_ms, true);
}

Result<void> SessionJournal::write_all(model::Session& session, model::Host& host,
                                       std::uint64_t now_ms, bool is_soon) {
  if (!is_on() || session.tabs.empty()) return {};
  // Somebody may have removed it.
  if (!file_.is_intact()) TRY(make_journal_folder(setup_.folder));
  Result<void> result = replacement_result_;
  std::set<PaneId> failed;  // Or left aside.
  for (const auto& [id, pane] : session.panes) {
    const bool is_unknown = !panes_.contains(id);
    if (!is_unknown && !watched_.contains(id)) continue;
    look_at(*pane, host);
    if (is_soon && is_left_aside(*pane, kept(id))) {
      failed.insert(id);
    } else if (auto done = write_text(*pane, kept(id)); !done) {
      result = std::move(done);
      failed.insert(id);
    }
  }
  std::erase_if(watched_, [&](const auto& entry) {
    const bool is_over = entry.second <= now_ms && !failed.contains(entry.first);
    return is_over || session.find_pane(entry.first) == nullptr;
  });
  for (const PaneId id : failed) watched_.try_emplace(id, now_ms);
  if (has_changed_) {
    if (auto done = write_record(session); !done) return done;
    if (auto done = remove_strays(session); !done) result = std::move(done);
  }
  return result;
}

// Moves to its place when it is complete and nothing newer is there.
struct SessionJournal::Replacement {
  PaneId pane{};
  std::string path;
  PaneLog::Whole whole;
  std::size_t size = 0;
  Result<void> result;

  ~Replacement() { ::unlink(path.c_str()); }
  void work() {
    const std::string bytes = whole.bytes();
    size = bytes.size();
    if (auto done = common::fs::write_file(path, bytes); !done) {
      result = common::fail(path + ": " + done.error().message, done.error().os_error);
    }
  }
};

// False: its text is to be written at once.
bool SessionJournal::is_left_aside(Pane& pane, KeptPane& known) {
  if (known.file.empty() || pane.terminal() == nullptr || !aside) return false;
  if (replacement_ && replacement_->pane == pane.id()) return true;
  if (!known.log_file.is_intact()) known.log.forget();
  auto whole = known.log.long_update(pane, setup_.most_lines);
  if (!whole || is_replacing_) return whole.has_value();
  replacement_ = std::make_shared<Replacement>();
  replacement_->pane = pane.id();
  replacement_->path = known.log_file.path() + ".new";
  replacement_->whole = *std::move(whole);
  is_replacing_ = true;
  aside([replacement = replacement_] { replacement->work(); },
        [this, replacement = replacement_] {
          is_replacing_ = false;
          if (replacement == replacement_) finish(*std::exchange(replacement_, nullptr));
        });
  return true;
}

void SessionJournal::finish(Replacement& replacement) {
  const auto known = panes_.find(replacement.pane);
  if (!is_on() || known == panes_.end()) return;
  KeptPane& pane = known->second;
  replacement_result_ = std::move(replacement.result);
  if (replacement_result_)
    replacement_result_ = pane.log_file.replace_by(replacement.path, replacement.size);
  if (!replacement_result_) return pane.log.forget();
  pane.log.take(std::move(replacement.whole));
  written_.push_back(pane.log_file.path());
}

Result<void> SessionJournal::write_text(Pane& pane, KeptPane& known) {
  if (known.file.empty() || pane.terminal() == nullptr) return {};
  if (!known.log_file.is_intact()) known.log.forget();
  const PaneLog::Update update = known.log.update(pane, setup_.most_lines);
  if (update.bytes.empty()) return {};
  auto done = update.replaces_all ? known.log_file.replace(update.bytes)
                                  : known.log_file.append(update.bytes);
  if (!done) {
    known.log.forget();
  } else {
    written_.push_back(known.log_file.path());
  }
  return done;
}

Result<void> SessionJournal::write_record(const model::Session& session) {
  SessionRecord record = record_of(session, [&](const Pane& pane) { return facts_of(pane); });
  record.created = setup_.created;
  record.generation = setup_.generation;
  record.cwd = setup_.cwd;
  std::string text = encode(record);
  const bool is_intact = file_.is_intact();
  if (is_intact && text == last_) {
    has_changed_ = false;
    return {};
  }
  is_worth_keeping_ = journal::is_worth_keeping(record);
  std::string bytes;
  if (!is_intact || file_.size() > std::max(kLargeJournal, kMostRecords * text.size())) {
    bytes = kLogHeader;
    append_record(text, bytes);
    TRY(file_.replace(bytes));
  } else {
    append_record(text, bytes);
    TRY(file_.append(bytes));
  }
  written_.push_back(file_.path());
  last_ = std::move(text);
  has_changed_ = false;
  return {};
}

// Files of panes that are no more, or of the session before it was brought back.
Result<void> SessionJournal::remove_strays(const model::Session& session) {
  Result<void> result;
  const auto remove_file = [&](const std::string& file) {
    const std::string path = path_of(file);
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) result = common::fail_on_path(path, errno);
  };
  for (auto entry = panes_.begin(); entry != panes_.end();) {
    const bool is_gone = session.find_pane(entry->first) == nullptr;
    if (is_gone && !entry->second.file.empty()) remove_file(entry->second.file);
    entry = is_gone ? panes_.erase(entry) : std::next(entry);
  }
  if (!std::exchange(is_new_, false)) return result;
  std::set<std::string> wanted = {std::string(kJournalName)};
  for (const auto& [id, pane] : panes_) wanted.insert(pane.file);
  for (const std::string& file : files_in(setup_.folder)) {
    if (!wanted.contains(file)) remove_file(file);
  }
  return result;
}

Result<void> SessionJournal::remove() {
  const std::string folder = std::exchange(setup_.folder, {});
  return remove_journal_folder(folder);
}

Result<void> SessionJournal::rename(const std::string& folder) {
  if (!is_on()) return {};
  replacement_.reset();
  if (::access(fmt::format("{}/{}", folder, kJournalName).c_str(), F_OK) == 0) {
    return common::fail("there is a session of that name that has exited");
  }
  // Before the first write there is no folder.
  if (::rename(setup_.folder.c_str(), folder.c_str()) != 0 && errno != ENOENT) {
    return common::fail_on_path(folder, errno);
  }
  setup_.folder = folder;
  file_.set_path(path_of(std::string(kJournalName)));
  for (auto& [id, pane] : panes_) {
    if (!pane.file.empty()) pane.log_file.set_path(path_of(pane.file));
  }
  return {};
}

std::string read_pane_text(const std::string& folder, const std::string& file) {
  if (file.empty() || file.find('/') != file.npos) return {};
  const auto bytes = common::fs::read_file(fmt::format("{}/{}", folder, file));
  if (!bytes) return {};
  return text_of_pane_log(*bytes).value_or("");
}

}  // namespace mux::journal
