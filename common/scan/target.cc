#include "common/scan/target.h"

#include "common/scan/scan.h"

namespace common::scan {

namespace {

bool has_target(Target target) {
#if defined(__x86_64__)
  switch (target) {
    case Target::Scalar:
      return true;
    case Target::Sse4:
      return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt");
    case Target::Avx2:
      // Processors with these have LZCNT and F16C too, which not all compilers can ask for.
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
             __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
    case Target::Avx512:
      return has_target(Target::Avx2) && __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi");
  }
  return false;
#else
  return target == Target::Scalar;
#endif
}

const KernelTable& table_of([[maybe_unused]] Target target) {
#if defined(__x86_64__)
  switch (target) {
    case Target::Scalar:
      break;
    case Target::Sse4:
      return sse4::kTable;
    case Target::Avx2:
      return avx2::kTable;
    case Target::Avx512:
      return avx512::kTable;
  }
#endif
  return scalar::kTable;
}

Target best_target() {
  for (Target target : {Target::Avx512, Target::Avx2, Target::Sse4}) {
    if (has_target(target)) return target;
  }
  return Target::Scalar;
}

}  // namespace

constinit std::atomic<const KernelTable*> active_kernels = nullptr;

const KernelTable& choose_kernels() {
  // Threads that race here store the same pointer.
  const KernelTable& table = table_of(best_target());
  active_kernels.store(&table, std::memory_order_relaxed);
  return table;
}

Target chosen_target() {
  for (Target target : {Target::Avx512, Target::Avx2, Target::Sse4}) {
    if (has_target(target) && &kernels() == &table_of(target)) return target;
  }
  return Target::Scalar;
}

bool force_target(Target target) {
  if (!has_target(target)) return false;
  active_kernels.store(&table_of(target), std::memory_order_relaxed);
  return true;
}

}  // namespace common::scan
