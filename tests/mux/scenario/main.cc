// Plays scenarios (story_file.h) and compares.
//
//   mux_scenarios [--update] [--only PART] FILE-OR-FOLDER...
//
// Of a folder every action and every mode must be in some scenario.  --update writes
// what comes of the steps into the files: read it before you keep it.  --only: the
// scenarios whose titles have that in them.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/fs/whole_file.h"
#include "mux/action/action.h"
#include "mux/input/mode.h"
#include "tests/mux/scenario/steps.h"
#include "tests/mux/scenario/story_file.h"

namespace {

struct Settings {
  bool is_update = false;
  bool has_folder = false;
  std::string only;
  std::vector<std::string> files;
};

struct Totals {
  int passed = 0;
  int failed = 0;
  std::set<std::string> lines;  // Of steps.
};

void report(const std::string& path, const story::Scenario& expected,
            const story::Scenario& outcome) {
  for (std::size_t i = 0; i < expected.steps.size(); ++i) {
    const story::Step& step = expected.steps[i];
    if (step.body == outcome.steps[i].body) continue;
    std::printf("%s:%d: %s: -- %s\n--- expected\n%s--- got\n%s", path.c_str(), step.number,
                expected.title.c_str(), step.line.c_str(), step.body.c_str(),
                outcome.steps[i].body.c_str());
    return;
  }
}

// True: it is as expected.
bool play_one(const std::string& path, story::Scenario& scenario, bool is_update) {
  story::Scenario outcome;
  const auto played = story::play(scenario, outcome);
  if (!played) {
    std::printf("%s: %s: %s\n", path.c_str(), scenario.title.c_str(),
                played.error().message.c_str());
    return false;
  }
  if (is_update) {
    scenario = outcome;
    return true;
  }
  const bool is_same =
      std::ranges::equal(scenario.steps, outcome.steps, {}, &story::Step::body, &story::Step::body);
  if (!is_same) report(path, scenario, outcome);
  return is_same;
}

void run_file(const std::string& path, const Settings& settings, Totals& totals) {
  const auto text = common::fs::read_file(path);
  story::File file = story::parse(text ? *text : std::string());
  for (story::Scenario& scenario : file.scenarios) {
    for (const story::Step& step : scenario.steps) totals.lines.insert(step.line);
    if (scenario.title.find(settings.only) == std::string::npos) continue;
    ++(play_one(path, scenario, settings.is_update) ? totals.passed : totals.failed);
  }
  if (settings.is_update && !common::fs::write_file(path, story::format(file))) ++totals.failed;
}

bool is_played(const Totals& totals, std::string_view action) {
  return std::ranges::any_of(totals.lines, [&](std::string_view line) {
    if (!line.starts_with("action ") && !line.starts_with("in ")) return false;
    const std::size_t at = line.find(action);
    const std::size_t end = at + action.size();
    return at != std::string_view::npos && line[at - 1] == ' ' &&
           (end == line.size() || line[end] == ' ');
  });
}

void check_rows(Totals& totals) {
  for (const mux::action::ActionRow* row : mux::action::action_rows()) {
    if (is_played(totals, row->name)) continue;
    std::printf("no scenario has the action %s\n", std::string(row->name).c_str());
    ++totals.failed;
  }
  for (const mux::input::ModeRow& row : mux::input::mode_rows()) {
    const std::string line = "action switch-mode " + std::string(row.name);
    if (totals.lines.contains(line)) continue;
    std::printf("no scenario has the mode %s\n", std::string(row.name).c_str());
    ++totals.failed;
  }
}

void add_files(const std::string& path, Settings& settings) {
  if (!std::filesystem::is_directory(path)) {
    settings.files.push_back(path);
    return;
  }
  settings.has_folder = true;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (entry.path().extension() == ".test") settings.files.push_back(entry.path().string());
  }
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--update") {
      settings.is_update = true;
    } else if (argument == "--only" && i + 1 < argc) {
      settings.only = argv[++i];
    } else {
      add_files(argv[i], settings);
    }
  }
  std::ranges::sort(settings.files);
  Totals totals;
  for (const std::string& path : settings.files) run_file(path, settings, totals);
  if (settings.has_folder) check_rows(totals);
  std::printf("%d passed, %d failed\n", totals.passed, totals.failed);
  return totals.failed == 0 && totals.passed > 0 ? 0 : 1;
}
