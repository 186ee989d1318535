// A server is killed at random moments of a script; what comes back is what was there
// up to a second before.
//
//   kill_moments KMUX [--moments N] [--seed S] [--grace-ms MS]
//
// The script is played once to its end, to learn what each step changes.  Then, for
// each moment, it is played until a timer's signal handler kills the server; `attach`
// brings the session back, and each thing that can be seen of it (observed.h) must have
// a value that it had in the last second: that of the last step that was done by then,
// or of a step since.
#include <fmt/format.h>
#include <poll.h>
#include <sys/time.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/mux/resurrection/kmux_world.h"
#include "tests/mux/resurrection/observed.h"
#include "tests/mux/resurrection/script.h"

namespace resurrection {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::chrono::seconds kPatience{60};

// The server, and when it was killed; for the handler.
std::atomic<pid_t> victim = 0;
std::atomic<Clock::rep> killed_at = 0;

void kill_victim(int /*signal*/) {
  const int error = errno;
  killed_at = Clock::now().time_since_epoch().count();
  ::kill(victim, SIGKILL);
  errno = error;
}

void pause_for(int ms) {
  const auto end = Clock::now() + milliseconds(ms);
  while (killed_at == 0) {
    const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now()).count();
    if (left <= 0) return;
    ::poll(nullptr, 0, static_cast<int>(left));  // A signal ends it.
  }
}

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

struct Played {
  Clock::time_point begun;
  Clock::time_point done;  // Seen to be.
  bool is_done = false;
};

// With the folder as "%", as it differs each time.
Observed without_folder(const Observed& observed, const std::string& folder) {
  Observed result;
  for (auto [name, value] : observed) {
    for (std::size_t at = 0; (at = value.find(folder, at)) != std::string::npos;) {
      value.replace(at, folder.size(), "%");
    }
    result[name] = value;
  }
  return result;
}

class Play {
 public:
  explicit Play(const std::string& program) : world_(program) {
    const Finished started = world_.run({"attach", "--create-background", "s"});
    if (started.exit_code != 0) give_up("cannot start: " + started.output);
    wait_until([](const Observed& seen) { return value_of(seen, "pane Pane #1 cwd") == "%"; },
               "the first shell");
    victim = world_.server();
    begun_ = Clock::now();
    played_.push_back({.begun = begun_, .done = begun_, .is_done = true});
    seen_.push_back(last_);
  }

  // Until the server is gone.
  void play(std::mt19937_64& random) {
    for (const Step& step : script()) {
      pause_for(60 + static_cast<int>(random() % 200));
      if (killed_at != 0) return;
      play_step(step);
    }
    // What was done last has its second, too.
    pause_for(1300);
  }

  void play_step(const Step& step) {
    std::vector<std::string> words = {"-s", "s", "action"};
    for (const std::string_view word : step.action)
      words.push_back(filled_in(word, world_.folder()));
    played_.push_back({.begun = Clock::now(), .done = {}});
    const Finished finished = world_.run(words);
    if (finished.exit_code != 0 && killed_at == 0) {
      give_up(fmt::format("{}: {}", fmt::join(step.action, " "), finished.output));
    }
    const bool is_any = step.value.empty();
    const std::string before = value_of(last_, std::string(step.name));
    wait_until(
        [&](const Observed& seen) {
          const std::string value = value_of(seen, std::string(step.name));
          return is_any ? value != before : value == step.value;
        },
        step.name);
    if (killed_at != 0) return;
    played_.back().is_done = true;
    played_.back().done = Clock::now();
    seen_.push_back(last_);
  }

  template <typename Condition>
  void wait_until(Condition is_so, std::string_view what) {
    const auto deadline = Clock::now() + kPatience;
    while (killed_at == 0) {
      const auto seen = observe(world_);
      if (seen) last_ = without_folder(*seen, world_.folder());
      if (seen && is_so(last_)) return;
      if (Clock::now() > deadline) {
        std::string text;
        for (const auto& [name, value] : last_) text += fmt::format("  {}: {}\n", name, value);
        give_up(fmt::format("never seen: {}\n{}", what, text));
      }
      ::poll(nullptr, 0, 5);
    }
  }

  milliseconds duration() const {
    return std::chrono::duration_cast<milliseconds>(Clock::now() - begun_);
  }
  const std::vector<Observed>& seen() const { return seen_; }
  const std::vector<Played>& played() const { return played_; }
  const KmuxWorld& world() const { return world_; }

 private:
  KmuxWorld world_;
  Clock::time_point begun_;
  Observed last_;
  std::vector<Observed> seen_;  // After the start and each step.
  std::vector<Played> played_;
};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The counter may have been anywhere on its way.
bool is_between(const std::string& value, const std::set<std::string>& values) {
  if (!is_number(value)) return false;
  const int number = std::stoi(value);
  int least = number;
  int most = number;
  for (const std::string& each : values) {
    least = std::min(least, std::stoi(each));
    most = std::max(most, std::stoi(each));
  }
  return values.size() > 1 ? least < number && number < most : false;
}

// Commands wait for a key.
std::string fault_of_commands(const Observed& back) {
  std::string fault;
  for (const auto& [name, value] : back) {
    if (!value.starts_with("sleep ")) continue;
    const std::string pane = name.substr(0, name.rfind(' '));
    if (value_of(back, std::string(kWaiting)).find(pane) == std::string::npos) {
      fault += fmt::format("  {}: '{}' runs\n", name, value);
    }
  }
  return fault;
}

// What is wrong with what came back; empty if nothing.
std::string fault_of(const Observed& back, const std::vector<Observed>& known, std::size_t first,
                     std::size_t last) {
  std::set<std::string> names;
  for (const auto& [name, value] : back) names.insert(name);
  for (std::size_t i = first; i <= last; ++i) {
    for (const auto& [name, value] : known[i]) names.insert(name);
  }
  names.erase(std::string(kWaiting));
  std::string fault;
  for (const std::string& name : names) {
    const std::string value = value_of(back, name);
    std::set<std::string> possible;
    for (std::size_t i = first; i <= last; ++i) possible.insert(value_of(known[i], name));
    if (possible.contains(value)) continue;
    if (name == "rows" && is_between(value, possible)) continue;
    fault +=
        fmt::format("  {}: '{}' instead of '{}'\n", name, value, fmt::join(possible, "' or '"));
  }
  return fault + fault_of_commands(back);
}

void start_timer(int ms) {
  itimerval timer{};
  timer.it_value.tv_sec = ms / 1000;
  timer.it_value.tv_usec = ms % 1000 * 1000 + 1;
  ::setitimer(ITIMER_REAL, &timer, nullptr);
}

// A process whose thread brings a file to a busy disk takes connections until it has.
void wait_for_end(const KmuxWorld& world, pid_t server) {
  const auto deadline = Clock::now() + kPatience;
  while (Clock::now() < deadline) {
    const Finished listed = world.run({"list-sessions", "--no-formatting"});
    const bool is_listed =
        listed.exit_code == 0 && listed.output.find("EXITED") == std::string::npos;
    if (is_gone(server) && !is_listed) return;
    ::poll(nullptr, 0, 5);
  }
  give_up("the server that was killed is still there");
}

struct Settings {
  std::string program;
  int moments = 5;
  std::uint64_t seed = 1;
  int grace_ms = 1000;
};

// Returns what is wrong; empty if nothing.
std::string try_moment(const Settings& settings, std::mt19937_64& random,
                       const std::vector<Observed>& known, int duration_ms) {
  killed_at = 0;
  Play play(settings.program);
  const pid_t server = victim;
  const int moment = static_cast<int>(random() % static_cast<std::uint64_t>(duration_ms));
  start_timer(moment);
  play.play(random);
  while (killed_at == 0) ::poll(nullptr, 0, 10);
  wait_for_end(play.world(), server);

  const Clock::time_point end{Clock::duration(killed_at.load())};
  std::size_t first = 0;
  for (std::size_t i = 0; i < play.played().size(); ++i) {
    const Played& step = play.played()[i];
    if (step.is_done && step.done <= end - milliseconds(settings.grace_ms)) first = i;
  }
  const std::size_t last = play.played().size() - 1;
  const bool was_written =
      first > 0 || end - play.played()[0].done > milliseconds(settings.grace_ms);

  const Finished attached = play.world().run({"attach", "--create-background", "s"});
  if (attached.exit_code != 0) return "  attach: " + attached.output;
  std::string fault;
  killed_at = 0;
  const auto deadline = Clock::now() + kPatience;
  for (;;) {
    const auto back = observe(play.world());
    if (back) {
      Observed plain = without_folder(*back, play.world().folder());
      fault = fault_of(plain, known, was_written ? first : 0, last);
    }
    if (back && fault.empty()) break;
    if (Clock::now() > deadline) break;
    ::poll(nullptr, 0, 20);
  }
  std::printf("killed after %4d ms: steps %zu to %zu of %zu possible: %s\n", moment, first, last,
              known.size() - 1, fault.empty() ? "good" : "WRONG");
  std::fflush(stdout);
  return fault;
}

int run(const Settings& settings) {
  struct sigaction action{};
  action.sa_handler = kill_victim;
  ::sigaction(SIGALRM, &action, nullptr);
  std::mt19937_64 random(settings.seed);
  std::vector<Observed> known;
  int duration_ms = 0;
  {
    Play play(settings.program);
    play.play(random);
    known = play.seen();
    duration_ms = static_cast<int>(play.duration().count());
  }
  int wrong = 0;
  for (int i = 0; i < settings.moments; ++i) {
    const std::string fault = try_moment(settings, random, known, duration_ms);
    if (fault.empty()) continue;
    ++wrong;
    std::fprintf(stderr, "%s", fault.c_str());
  }
  std::printf("%d of %d moments good (seed %llu)\n", settings.moments - wrong, settings.moments,
              static_cast<unsigned long long>(settings.seed));
  return wrong == 0 ? 0 : 1;
}

template <typename Number>
bool take_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

std::optional<Settings> settings_of(int argc, char** argv) {
  Settings settings;
  if (argc < 2) return std::nullopt;
  settings.program = std::filesystem::absolute(argv[1]).string();
  for (int i = 2; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const bool is_good = name == "--moments"    ? take_number(argv[i + 1], settings.moments)
                         : name == "--seed"     ? take_number(argv[i + 1], settings.seed)
                         : name == "--grace-ms" ? take_number(argv[i + 1], settings.grace_ms)
                                                : false;
    if (!is_good) return std::nullopt;
  }
  return argc % 2 == 0 ? std::optional(settings) : std::nullopt;
}

}  // namespace
}  // namespace resurrection

int main(int argc, char** argv) {
  const auto settings = resurrection::settings_of(argc, argv);
  if (settings) return resurrection::run(*settings);
  std::fprintf(stderr, "usage: %s KMUX [--moments N] [--seed S] [--grace-ms MS]\n", argv[0]);
  return 2;
}
