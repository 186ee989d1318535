// A value made at first need, by whichever thread comes first.
#pragma once

#include <memory>
#include <mutex>

namespace common::regex {

template <typename T>
class Lazy {
 public:
  // `make` returns a unique_ptr<const T>; it runs once.
  template <typename Make>
  const T& get(const Make& make) const {
    std::call_once(once_, [&] { value_ = make(); });
    return *value_;
  }

 private:
  mutable std::once_flag once_;
  mutable std::unique_ptr<const T> value_;
};

}  // namespace common::regex
