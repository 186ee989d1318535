// KmuxWorld: the program as users have it, in a folder of its own.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace resurrection {

struct Finished {
  int exit_code = -1;
  std::string output;  // Standard output and error.
};

class KmuxWorld {
 public:
  explicit KmuxWorld(std::string program);
  // Ends all sessions.
  ~KmuxWorld();
  KmuxWorld(const KmuxWorld&) = delete;
  KmuxWorld& operator=(const KmuxWorld&) = delete;

  const std::string& folder() const { return folder_; }
  Finished run(const std::vector<std::string>& arguments) const;
  // Of the session "s"; 0: there is none.
  pid_t server() const;

 private:
  std::string program_;
  std::string folder_;
};

// Has the process ended?
bool is_gone(pid_t process);

}  // namespace resurrection
