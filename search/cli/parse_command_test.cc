#include "search/cli/parse_command.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "common/cli/generate.h"

using namespace search;
using common::tty::ColorChoice;

namespace {

const char* no_variable(const char*) {
  return nullptr;
}

common::Result<Options> parse(std::initializer_list<const char*> arguments) {
  const std::vector<const char*> list(arguments);
  return parse_command(list, no_variable);
}

// Parses what must be right; "x" stands for the pattern unless one is given.
Options options(std::initializer_list<const char*> arguments) {
  std::vector<const char*> list(arguments);
  list.push_back("--");
  list.push_back("x");
  auto parsed = parse_command(list, no_variable);
  INFO((parsed ? "" : parsed.error().message));
  REQUIRE(parsed.has_value());
  return *parsed;
}

std::string error_of(std::initializer_list<const char*> arguments) {
  const auto parsed = parse(arguments);
  return parsed ? "no error" : parsed.error().message;
}

// A file that is gone at the end of the test.
struct TemporaryFile {
  char path[32] = "/tmp/keel-config-XXXXXX";
  explicit TemporaryFile(std::string_view text) {
    const int fd = ::mkstemp(path);
    REQUIRE(fd >= 0);
    REQUIRE(::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    ::close(fd);
  }
  ~TemporaryFile() { ::unlink(path); }
};

// What the lookups below answer; tests run one at a time.
const char* kgrep_config = nullptr;
const char* ripgrep_config = nullptr;
const char* config_variables(const char* name) {
  if (std::strcmp(name, "KGREP_CONFIG_PATH") == 0) return kgrep_config;
  if (std::strcmp(name, "RIPGREP_CONFIG_PATH") == 0) return ripgrep_config;
  return nullptr;
}

common::Result<Options> parse_with(std::initializer_list<const char*> arguments) {
  const std::vector<const char*> list(arguments);
  return parse_command(list, config_variables);
}

}  // namespace

TEST_CASE("the first positional is the pattern, the others are paths") {
  const Options plain = *parse({"fox", "docs", "-n", "src"});
  CHECK(plain.patterns == std::vector<PatternSource>{{PatternSource::Regexp, "fox"}});
  CHECK(plain.paths == std::vector<std::string>{"docs", "src"});
  CHECK(parse({"-e", "fox", "docs"})->paths == std::vector<std::string>{"docs"});
  CHECK(parse({"-f", "list", "docs"})->paths == std::vector<std::string>{"docs"});
  CHECK(parse({"--files", "docs"})->paths == std::vector<std::string>{"docs"});
  CHECK(parse({"--type-list"})->patterns.empty());
  CHECK(parse({"fox", "d\xff"})->paths == std::vector<std::string>{"d\xff"});
  CHECK(parse({"fox", "--", "-n"})->paths == std::vector<std::string>{"-n"});
  CHECK(parse({"--", "-x", "--"})->paths == std::vector<std::string>{"--"});
  CHECK(parse({"-"})->patterns.front().text == "-");
  CHECK(error_of({}) == "kgrep requires at least one pattern to execute a search");
  CHECK(error_of({"f\xff"}) == "pattern given is not valid UTF-8");
}

TEST_CASE("patterns keep their order") {
  const std::vector<PatternSource> expected = {{PatternSource::Regexp, "-foo"},
                                               {PatternSource::File, "f\xff"},
                                               {PatternSource::Regexp, "b"},
                                               {PatternSource::Regexp, ""}};
  CHECK(parse({"-e", "-foo", "-ff\xff", "--regexp=b", "--regexp="})->patterns == expected);
}

TEST_CASE("values in all spellings") {
  CHECK(options({"-A2"}).lines_after() == 2);
  CHECK(options({"-A", "2"}).lines_after() == 2);
  CHECK(options({"-A=2"}).lines_after() == 2);
  CHECK(options({"--after-context", "2"}).lines_after() == 2);
  CHECK(options({"--after-context=2"}).lines_after() == 2);
  CHECK(options({"-niA2"}).lines_after() == 2);
  CHECK(options({"-rni"}).replace == "ni");
  CHECK(options({"-r", "-n"}).replace == "-n");
  CHECK(options({"-r", "--"}).replace == "--");
  CHECK(options({"-r=a=b"}).replace == "a=b");
  CHECK(options({"-r", "=a"}).replace == "=a");
  CHECK(options({"--replace="}).replace == "");
  CHECK(options({"-r="}).replace == "");
  CHECK(options({"--maxdepth=3"}).max_depth == 3U);
  CHECK(options({"--i"}).case_mode == CaseMode::Insensitive);
}

TEST_CASE("errors of the command line") {
  CHECK(error_of({"--no-such-flag", "x"}) == "unrecognized flag --no-such-flag");
  CHECK(error_of({"--ignore-cas"}) ==
        "unrecognized flag --ignore-cas\n\nsimilar flags that are available: --ignore-case, "
        "--ignore-file, --ignore, --ignore-dot, --ignore-vcs");
  CHECK(error_of({"-~"}) == "unrecognized flag -~");
  CHECK(error_of({"-\xc3\xa9"}) == "unrecognized flag -\xc3\xa9");
  CHECK(error_of({"-n-"}) == "unrecognized flag --");
  CHECK(error_of({"--=x"}) == "unrecognized flag --");
  CHECK(error_of({"-e"}) == "missing value for flag -e");
  CHECK(error_of({"-n=5", "x"}) ==
        "invalid CLI arguments: unexpected argument for option '-n': \"5\"");
  CHECK(error_of({"--stats=\xff\"a\n"}) ==
        "invalid CLI arguments: unexpected argument for option '--stats': \"\\xFF\\\"a\\n\"");
  CHECK(error_of({"--no-context-separator=x"}) ==
        "invalid CLI arguments: unexpected argument for option '--no-context-separator': \"x\"");
  CHECK(error_of({"-e", "\xff"}) == "error parsing flag -e: value is not valid UTF-8");
  CHECK(error_of({"-A", "-1"}) ==
        "error parsing flag -A: value is not a valid number: invalid digit found in string");
  CHECK(error_of({"-A="}) ==
        "error parsing flag -A: value is not a valid number: cannot parse integer from empty "
        "string");
  CHECK(error_of({"-m", "99999999999999999999999"}) ==
        "error parsing flag -m: value is not a valid number: number too large to fit in target "
        "type");
  CHECK(error_of({"--color", "x"}) ==
        "error parsing flag --color: choice 'x' is unrecognized. Choose from: never, auto, always, "
        "ansi.");
  CHECK(error_of({"--engine", "x"}) ==
        "error parsing flag --engine: unrecognized regex engine 'x'. Choose from: default, pcre2, "
        "auto.");
  CHECK(error_of({"-E", "utf9"})
            .starts_with("error parsing flag -E: grep config error: unknown encoding: utf9\n"));
  CHECK(error_of({"--hyperlink-format", "x{line}"}) ==
        "error parsing flag --hyperlink-format: invalid hyperlink format: the {path} variable is "
        "required in a hyperlink format");
  CHECK(
      error_of({"--colors", "match:style:bon"}).starts_with("error parsing flag --colors: unrec"));
  CHECK(error_of({"-uuuu", "x"}) ==
        "error parsing flag -u: flag can only be repeated up to 3 times");
  CHECK(error_of({"--max-filesize", "1k"}) ==
        "error parsing flag --max-filesize: invalid size: invalid format for size '1k', which "
        "should be a non-empty sequence of digits followed by an optional 'K', 'M' or 'G' suffix");
  CHECK(error_of({"--path-separator", "ab"}) ==
        "error parsing flag --path-separator: A path separator must be exactly one byte, but the "
        "given separator is 2 bytes: ab");
}

TEST_CASE("help and versions come before everything but errors") {
  CHECK(parse({"-h"})->special == Special::HelpShort);
  CHECK(parse({"--help", "x"})->special == Special::HelpLong);
  CHECK(parse({"-nV"})->special == Special::VersionShort);
  CHECK(parse({"x", "y", "--version"})->special == Special::VersionLong);
  CHECK(parse({"--pcre2-version"})->special == Special::Pcre2Version);
  CHECK(error_of({"--help", "--no-such-flag"}) == "unrecognized flag --no-such-flag");
}

TEST_CASE("the last mode wins") {
  CHECK(options({}).mode == Mode::Standard);
  CHECK(options({"-c"}).mode == Mode::Count);
  CHECK(options({"-c", "-l"}).mode == Mode::FilesWithMatches);
  CHECK(options({"-l", "--files-without-match"}).mode == Mode::FilesWithoutMatch);
  CHECK(options({"--json", "--count-matches"}).mode == Mode::CountMatches);
  CHECK(options({"-l", "--json"}).mode == Mode::Json);
  CHECK(options({"--json", "--no-json"}).mode == Mode::Standard);
  CHECK(options({"-l", "--no-json"}).mode == Mode::FilesWithMatches);
  CHECK(options({"-l", "--files"}).mode == Mode::Files);
  CHECK(options({"--files", "-l"}).mode == Mode::FilesWithMatches);
  CHECK(options({"--files", "--type-list"}).mode == Mode::TypeList);
  const Options generate = options({"--generate", "complete-zsh"});
  CHECK(generate.mode == Mode::Generate);
  CHECK(common::cli::kDocuments[generate.document].kind == "complete-zsh");
}

TEST_CASE("what is counted depends on -v and -o") {
  CHECK(options({"--count-matches", "-v"}).mode == Mode::Count);
  CHECK(options({"-o", "-c"}).mode == Mode::CountMatches);
  CHECK(options({"-o", "-v", "--count-matches"}).mode == Mode::Count);
}

TEST_CASE("case, boundaries and engines: the last wins") {
  CHECK(options({"-i", "-S"}).case_mode == CaseMode::Smart);
  CHECK(options({"-S", "-s"}).case_mode == CaseMode::Sensitive);
  CHECK(options({"-s", "-i"}).case_mode == CaseMode::Insensitive);
  CHECK(options({"-w", "-x"}).boundary == Boundary::Line);
  CHECK(options({"-x", "-w"}).boundary == Boundary::Word);
  CHECK(options({"-P"}).engine == Engine::Pcre2);
  CHECK(options({"-P", "--no-pcre2"}).engine == Engine::Default);
  CHECK(options({"-P", "--engine=auto"}).engine == Engine::Auto);
  CHECK(options({"--auto-hybrid-regex"}).engine == Engine::Auto);
  CHECK(options({"--auto-hybrid-regex", "--no-auto-hybrid-regex"}).engine == Engine::Default);
}

TEST_CASE("flags that exclude each other") {
  CHECK(options({"--crlf", "--null-data"}).null_data);
  CHECK(!options({"--crlf", "--null-data"}).crlf);
  CHECK(options({"--null-data", "--crlf"}).crlf);
  CHECK(!options({"--null-data", "--crlf"}).null_data);
  CHECK(options({"--null-data", "--no-crlf"}).null_data);
  CHECK(!options({"-U", "--stop-on-nonmatch"}).multiline);
  CHECK(!options({"--stop-on-nonmatch", "-U"}).stop_on_nonmatch);
  CHECK(options({"--stop-on-nonmatch", "--no-multiline"}).stop_on_nonmatch);
  CHECK(options({"-z", "--pre", "cat"}).pre == "cat");
  CHECK(!options({"-z", "--pre", "cat"}).search_zip);
  CHECK(options({"--pre", "cat", "-z"}).pre.empty());
  CHECK(options({"-z", "--pre="}).search_zip);
  CHECK(options({"--pre", "cat", "--no-pre"}).pre.empty());
  CHECK(options({"-a", "--binary"}).binary == BinaryMode::Search);
  CHECK(options({"--binary", "-a"}).binary == BinaryMode::Text);
  CHECK(options({"-a", "--no-binary"}).binary == BinaryMode::Auto);
  CHECK(options({"-a", "--no-text"}).binary == BinaryMode::Auto);
  CHECK(options({"--line-buffered", "--block-buffered"}).buffering == Buffering::Block);
  CHECK(options({"--block-buffered", "--no-line-buffered"}).buffering == Buffering::Auto);
}

TEST_CASE("contexts and --passthru") {
  const Options sides = options({"-A1", "-C3"});
  CHECK(sides.lines_after() == 1);
  CHECK(sides.lines_before() == 3);
  CHECK(options({"-B0", "-C3"}).lines_before() == 0);
  CHECK(options({"-A1", "--passthru"}).passthru);
  CHECK(options({"-A1", "--passthrough"}).lines_after() == 0);
  CHECK(!options({"--passthru", "-A1"}).passthru);
  CHECK(options({"-C5", "--passthru", "-A1"}).lines_before() == 0);
}

TEST_CASE("ignore rules are switched one by one") {
  const Options all = options({"--no-ignore"});
  CHECK((all.no_ignore_dot && all.no_ignore_exclude && all.no_ignore_global));
  CHECK((all.no_ignore_parent && all.no_ignore_vcs && !all.no_ignore_files));
  CHECK(!options({"--no-ignore", "--ignore-vcs"}).no_ignore_vcs);
  CHECK(options({"--no-ignore", "--ignore-vcs"}).no_ignore_dot);
  CHECK(!options({"-u", "--ignore"}).no_ignore_dot);
  CHECK(!options({"-u"}).hidden);
  CHECK(options({"-uu"}).hidden);
  CHECK(options({"-uu"}).binary == BinaryMode::Auto);
  CHECK(options({"-u", "--unrestricted", "-u"}).binary == BinaryMode::Search);
}

TEST_CASE("output settings") {
  const Options pretty = options({"-p"});
  CHECK(pretty.color == ColorChoice::Always);
  CHECK((pretty.heading == true && pretty.line_number == true));
  CHECK(options({"-p", "-N"}).line_number == false);
  CHECK(options({"-N", "-n"}).line_number == true);
  CHECK(options({"-H", "-I"}).with_filename == false);
  CHECK(options({"-I", "-H"}).with_filename == true);
  CHECK(!options({}).column.has_value());
  CHECK(options({"--no-column"}).column == false);
  CHECK(options({"-M0"}).max_columns == std::nullopt);
  CHECK(options({"-M7"}).max_columns == 7U);
  CHECK(options({"-j0"}).threads == std::nullopt);
  CHECK(options({"-j", "+3"}).threads == 3U);
  CHECK(options({"-m0"}).max_count == 0U);
  CHECK(options({"--max-filesize", "3M"}).max_filesize == 3U << 20);
  CHECK(options({"--context-separator", "a\\x00\\t\\q\\"}).context_separator ==
        std::string("a\0\t\\q\\", 6));
  CHECK(options({"--no-context-separator"}).context_separator == std::nullopt);
  CHECK(options({"--context-separator="}).context_separator == "");
  CHECK(options({"--field-match-separator", "\\xff"}).field_match_separator == "\xff");
  CHECK(options({"--path-separator", "\\x7C"}).path_separator == '|');
  CHECK(options({"--path-separator", "+", "--path-separator="}).path_separator == std::nullopt);
  CHECK(options({"-E", "latin1"}).encoding == "latin1");
  CHECK(options({"-E", "latin1", "--no-encoding"}).encoding == "auto");
}

TEST_CASE("sort orders override one another") {
  CHECK(options({"--sort", "path"}).sort == SortKey::Path);
  CHECK(!options({"--sortr", "path", "--sort", "path"}).sort_reverse);
  CHECK(options({"--sort", "path", "--sortr", "created"}).sort == SortKey::Created);
  CHECK(options({"--sort", "path", "--sortr", "created"}).sort_reverse);
  CHECK(options({"--sort=path", "--sortr=none"}).sort == SortKey::None);
  CHECK(options({"--sort-files"}).sort == SortKey::Path);
  CHECK(options({"--sort-files", "--no-sort-files"}).sort == SortKey::None);
}

TEST_CASE("changes of types keep their order") {
  using common::walk::FileTypes;
  const Options types = options({"-Tpy", "--type-add", "a:*.a", "--type-clear=py", "-ta"});
  REQUIRE(types.type_changes.size() == 4);
  CHECK(types.type_changes[0].kind == FileTypes::Change::Negate);
  CHECK(types.type_changes[1].kind == FileTypes::Change::Add);
  CHECK(types.type_changes[1].text == "a:*.a");
  CHECK(types.type_changes[2].kind == FileTypes::Change::Clear);
  CHECK(types.type_changes[3].kind == FileTypes::Change::Select);
}

TEST_CASE("the arguments of the configuration file come first") {
  const TemporaryFile file("# comment\n\n  --color=always\r\n-A\n 2\n--no-config\n--help\n");
  kgrep_config = file.path;
  const auto parsed = parse_with({"-A5", "x"});
  REQUIRE(parsed.has_value());
  CHECK(parsed->color == ColorChoice::Always);
  CHECK(parsed->lines_after() == 5);
  CHECK(parsed->special == Special::None);
  CHECK(parse_with({"x"})->lines_after() == 2);
  CHECK(parse_with({"--no-config", "x"})->lines_after() == 0);
  kgrep_config = "";
  ripgrep_config = file.path;
  CHECK(parse_with({"x"})->lines_after() == 2);
  ripgrep_config = nullptr;
}

TEST_CASE("a missing configuration file is a warning, a bad one an error") {
  kgrep_config = "/no/such/file";
  CHECK(parse_with({"x"})->warnings ==
        std::vector<std::string>{"failed to read the file specified in KGREP_CONFIG_PATH: "
                                 "/no/such/file: No such file or directory (os error 2)"});
  CHECK(parse_with({"--no-messages", "x"})->warnings.empty());
  CHECK(parse_with({"--version"})->special == Special::VersionLong);
  const TemporaryFile file("--no-such-flag\n");
  kgrep_config = file.path;
  CHECK(parse_with({"x"}).error().message == "unrecognized flag --no-such-flag");
  CHECK(parse_with({"--version"})->special == Special::VersionLong);
  kgrep_config = nullptr;
}
