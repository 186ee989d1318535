// Findings as bytes, for the cache.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diag/diagnostic.h"

namespace lint {

// Numbers little-endian, strings with their length in front.
class ByteWriter {
 public:
  template <typename T>
  void number(T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      bytes_ += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
    }
  }
  void text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what ByteWriter wrote; beyond the end everything is 0 and has_failed()
// turns true.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
  template <typename T>
  T number() {
    if (bytes_.size() < sizeof(T)) return fail(), T{};
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[i])) << (8 * i);
    }
    bytes_.remove_prefix(sizeof(T));
    return static_cast<T>(value);
  }
  std::string_view text() {
    const auto size = number<std::uint32_t>();
    if (bytes_.size() < size) return fail(), std::string_view();
    const std::string_view result = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return result;
  }
  // A number of items that follow; each takes at least a byte.
  std::uint32_t count() {
    const auto count = number<std::uint32_t>();
    return count <= bytes_.size() ? count : (fail(), 0u);
  }
  bool is_at_end() const { return bytes_.empty(); }
  bool has_failed() const { return has_failed_; }

 private:
  void fail() {
    bytes_ = {};
    has_failed_ = true;
  }
  std::string_view bytes_;
  bool has_failed_ = false;
};

std::string encode_findings(const std::vector<Diagnostic>& diagnostics);
// nullopt: these are no encoded findings.
std::optional<std::vector<Diagnostic>> decode_findings(std::string_view bytes);

}  // namespace lint
