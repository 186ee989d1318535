// libgit2 without its network half.
//
// keel reads repositories and configuration, never remotes.  libgit2's archive
// refers to its transports from its start-up code, and they in turn to TLS, SSH
// and Kerberos libraries, some of which have no static archive.  The symbols
// below are all that the rest of libgit2 refers to in those objects; defined
// here first, the objects are never taken from the archive.  A libgit2 that
// needs others does not link, so nothing can go wrong unnoticed.
#include <errno.h>
#include <stddef.h>

struct passwd;

int git_http__expect_continue = 0;

int git_mbedtls_stream_global_init(void);
int git_mbedtls_stream_global_init(void) {
  return 0;
}

int git_mbedtls__set_cert_location(const char* file, const char* path);
int git_mbedtls__set_cert_location(const char* file, const char* path) {
  (void)file;
  (void)path;
  return -1;
}

int git_transport_ssh_global_init(void);
int git_transport_ssh_global_init(void) {
  return 0;
}

static int refuse(void** out) {
  *out = NULL;
  return -1;
}

int git_smart_subtransport_git(void** out, void* owner, void* parameter);
int git_smart_subtransport_git(void** out, void* owner, void* parameter) {
  (void)owner;
  (void)parameter;
  return refuse(out);
}

int git_smart_subtransport_http(void** out, void* owner, void* parameter);
int git_smart_subtransport_http(void** out, void* owner, void* parameter) {
  (void)owner;
  (void)parameter;
  return refuse(out);
}

int git_smart_subtransport_ssh(void** out, void* owner, void* parameter);
int git_smart_subtransport_ssh(void** out, void* owner, void* parameter) {
  (void)owner;
  (void)parameter;
  return refuse(out);
}

// libgit2 asks the user database for the home directory only in set-uid
// programs.  A static program must not load the system's name services, which
// may belong to another libc.
int getpwuid_r(unsigned user, struct passwd* entry, char* buffer, size_t size,
               struct passwd** result);
int getpwuid_r(unsigned user, struct passwd* entry, char* buffer, size_t size,
               struct passwd** result) {
  (void)user;
  (void)entry;
  (void)buffer;
  (void)size;
  *result = NULL;
  return ENOENT;
}
