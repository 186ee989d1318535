// Speed of klint's front end over the Python files of a folder.
//
//   lint_parser_bench DIR [ROUNDS]
//
// reads all *.py and *.pyi below DIR and prints MB/s of each step on one core:
// processor time of the whole set, the best of ROUNDS.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/scan/scan.h"
#include "lint/parser/lexer.h"
#include "lint/parser/parsed.h"

namespace {

using namespace lint::parser;

// Processor time of this thread: other processes disturb it least.
double seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::string contents_of(const std::filesystem::path& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return {};
  std::string text(std::filesystem::file_size(path), '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  return text;
}

std::vector<std::string> read_texts(const char* directory) {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    const std::filesystem::path extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".py" && extension != ".pyi")) continue;
    std::string text = contents_of(entry.path());
    if (common::scan::is_valid_utf8(text)) texts.push_back(std::move(text));
  }
  return texts;
}

class Bench {
 public:
  Bench(std::vector<std::string> texts, int rounds) : texts_(std::move(texts)), rounds_(rounds) {
    for (const std::string& text : texts_) size_ += text.size();
    std::printf("%zu files, %.1f MB\n", texts_.size(), static_cast<double>(size_) / 1e6);
  }

  // `step` returns how many things it made of a text.
  void run(const char* name, const std::function<std::size_t(const std::string&)>& step) const {
    double best = 1e9;
    std::size_t made = 0;
    for (int round = 0; round < rounds_; ++round) {
      made = 0;
      const double start = seconds();
      for (const std::string& text : texts_) made += step(text);
      best = std::min(best, seconds() - start);
    }
    std::printf("  %-20s %8.1f MB/s  %5.1f ns each of %zu\n", name,
                static_cast<double>(size_) / best / 1e6, best / static_cast<double>(made) * 1e9,
                made);
  }

 private:
  std::vector<std::string> texts_;
  int rounds_;
  std::size_t size_ = 0;
};

std::size_t count_tokens(const std::string& text) {
  Lexer lexer(text, {0, static_cast<std::uint32_t>(text.size())}, Mode::Module);
  std::size_t count = 1;
  while (lexer.next().kind != TokenKind::EndOfFile) ++count;
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: lint_parser_bench DIR [ROUNDS]\n", stderr);
    return 2;
  }
  const Bench bench(read_texts(argv[1]), argc > 2 ? std::atoi(argv[2]) : 5);
  bench.run("lexer", count_tokens);
  bench.run("lexer, kept tokens", [](const std::string& text) { return lex(text).tokens.size(); });
  bench.run("lexer and parser",
            [](const std::string& text) { return parse(text).tokens().size(); });
  return 0;
}
