// Runs a fuzz target on every file of a folder, in the order of their names: the
// corpus as a plain test, for compilers without libFuzzer.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <dirent.h>
#include <stdlib.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

bool run_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  std::vector<std::uint8_t> bytes;
  std::uint8_t buffer[4096];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, file)) {
    bytes.insert(bytes.end(), buffer, buffer + got);
  }
  const bool is_complete = std::ferror(file) == 0;
  std::fclose(file);
  // A copy without spare capacity, so that a sanitizer sees every overrun.
  const auto exact = std::make_unique<std::uint8_t[]>(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) exact[i] = bytes[i];
  LLVMFuzzerTestOneInput(exact.get(), bytes.size());
  return is_complete;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: %s CORPUS-FOLDER\n", argv[0]);
    return 2;
  }
  dirent** entries = nullptr;
  const int count = ::scandir(argv[1], &entries, nullptr, ::alphasort);
  int files = 0;
  for (int i = 0; i < count; ++i) {
    const std::string name = entries[i]->d_name;
    ::free(entries[i]);
    if (name.starts_with('.')) continue;
    if (!run_file(std::string(argv[1]) + "/" + name)) {
      std::fprintf(stderr, "%s/%s cannot be read.\n", argv[1], name.c_str());
      return 1;
    }
    ++files;
  }
  ::free(static_cast<void*>(entries));
  if (files == 0) {
    std::fprintf(stderr, "%s holds no corpus.\n", argv[1]);
    return 1;
  }
  std::printf("%d inputs replayed\n", files);
  return 0;
}
