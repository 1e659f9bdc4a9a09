/* A disk that fails when it is told to: preloaded before the program, it stands between it and the system.
 *
 * It counts what is done to files below a folder (opened for writing, made, written, synced, cut, renamed, linked,
 * removed), and at the n-th does what the control says: fails it with an errno, once or from then on, or kills the
 * process before or after it. It can also write down every operation, so that it can be seen what a power cut would undo
 * (benches/web/src/faults/order.rs). The control is a small file that driver and program both have mapped, so that
 * faults come and go while the program runs.
 *
 *   FAULTS_CONTROL=FILE  five numbers of 64 bits: at, what, lasting, count, fired (benches/web/src/faults/shim.rs)
 *   FAULTS_BELOW=DIR     only this folder and what is below it counts
 *   FAULTS_TRACE=FILE    operations are written here
 *
 * Linux with glibc. Calls that go past the C library (rustix) are not seen; of ours those are locks and statvfs.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* What to do is in the lowest four bits of `what`; with FAIL the errno stands above them. */
enum { NOTHING, FAIL, KILL_BEFORE, KILL_AFTER };
#define KIND(what) ((what) & 15)
#define ERRNO(what) ((int)((what) >> 4))

struct control {
  volatile uint64_t at, what, lasting, count, fired;
};

static struct control none, *control = &none;
static char below[PATH_MAX];
static int trace = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAULTS_CONTROL"), *folder = getenv("FAULTS_BELOW"), *out = getenv("FAULTS_TRACE");
  if (!file || !folder) return;
  snprintf(below, sizeof below, "%s", folder);
  int fd = syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *map = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (map != MAP_FAILED) control = map;
  syscall(SYS_close, fd);
  if (out) trace = syscall(SYS_openat, AT_FDCWD, out, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int is_ours(const char *path) {
  size_t length = strlen(below);
  return !strncmp(path, below, length) && (path[length] == '/' || !path[length]);
}

/* The whole path, its folder resolved by the system; false if it is none of ours. */
static int whole(int at, const char *name, char *path) {
  char link[64], base[PATH_MAX];
  ssize_t got = 0;
  if (!name) return 0;
  if (name[0] == '/') {
    snprintf(path, PATH_MAX, "%s", name);
  } else {
    if (at == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) return 0;
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", at);
      if ((got = readlink(link, base, sizeof base - 1)) < 0) return 0;
      base[got] = 0;
    }
    if (snprintf(path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) return 0;
  }
  return is_ours(path);
}

static int of(int fd, char *path) {
  char link[64];
  if (!*below || fd < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t got = readlink(link, path, PATH_MAX - 1);
  if (got < 0) return 0;
  path[got] = 0;
  return is_ours(path);
}

/* The turn of an operation: whether it may be done. Holds the turn until `done`, so that a trace has one order. */
static int may(void) {
  int saved = errno;
  pthread_mutex_lock(&turn);
  uint64_t n = ++control->count, at = control->at, what = control->what;
  if (at && (n == at || (control->lasting && n > at))) {
    if (KIND(what) == KILL_BEFORE) { control->fired++; syscall(SYS_kill, getpid(), SIGKILL); }
    if (KIND(what) == FAIL) {
      control->fired++;
      pthread_mutex_unlock(&turn);
      errno = ERRNO(what);
      return 0;
    }
  }
  errno = saved;
  return 1;
}

static void done(void) {
  int saved = errno;
  if (KIND(control->what) == KILL_AFTER && control->count == control->at) {
    control->fired++;
    syscall(SYS_kill, getpid(), SIGKILL);
  }
  pthread_mutex_unlock(&turn);
  errno = saved;
}

/* One operation in the trace: letter, length of the two names, offset, length of the bytes; then those. */
static void tell(char letter, const char *path, const char *to, uint64_t offset, const void *bytes, uint64_t length) {
  if (trace < 0) return;
  int saved = errno;
  struct __attribute__((packed)) {
    char letter;
    uint32_t path, to;
    uint64_t offset, length;
  } head = {letter, (uint32_t)strlen(path), to ? (uint32_t)strlen(to) : 0, offset, bytes ? length : 0};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path}, {(void *)to, head.to}, {(void *)bytes, head.length}};
  syscall(SYS_writev, trace, parts, 4);
  errno = saved;
}

static uint64_t where(int fd) { /* before a write without an offset */
  int flags = (int)syscall(SYS_fcntl, fd, F_GETFL);
  return (uint64_t)syscall(SYS_lseek, fd, 0, flags >= 0 && flags & O_APPEND ? SEEK_END : SEEK_CUR);
}

/* ---- opening and making ---- */

static int opened(int at, const char *name, int flags, mode_t mode) {
  char path[PATH_MAX];
  int writes = (flags & O_ACCMODE) != O_RDONLY || flags & O_CREAT;
  if (!*below || !writes || (flags & O_TMPFILE) == O_TMPFILE || !whole(at, name, path))
    return (int)syscall(SYS_openat, at, name, flags, mode);
  if (!may()) return -1;
  struct stat was;
  int there = fstatat(at, name, &was, 0) == 0;
  int fd = (int)syscall(SYS_openat, at, name, flags, mode);
  if (fd >= 0 && !there) tell('c', path, NULL, 0, NULL, 0);
  if (fd >= 0 && there && flags & O_TRUNC) tell('t', path, NULL, 0, NULL, 0);
  done();
  return fd;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *name, int flags, ...) { MODE(flags) return opened(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE(flags) return opened(AT_FDCWD, name, flags | O_LARGEFILE, mode); }
int openat(int at, const char *name, int flags, ...) { MODE(flags) return opened(at, name, flags, mode); }
int openat64(int at, const char *name, int flags, ...) { MODE(flags) return opened(at, name, flags | O_LARGEFILE, mode); }

#define NAMED(at, name, letter, call) \
  char path[PATH_MAX]; \
  if (!*below || !whole(at, name, path)) return call; \
  if (!may()) return -1; \
  int got = call; \
  if (!got) tell(letter, path, NULL, 0, NULL, 0); \
  done(); \
  return got;

int mkdir(const char *name, mode_t mode) {
  struct stat was; /* one that is there already is nothing done */
  if (*below && !stat(name, &was)) { errno = EEXIST; return -1; }
  NAMED(AT_FDCWD, name, 'd', REAL(mkdir)(name, mode))
}
int mkdirat(int at, const char *name, mode_t mode) { NAMED(at, name, 'd', REAL(mkdirat)(at, name, mode)) }
int rmdir(const char *name) { NAMED(AT_FDCWD, name, 'u', REAL(rmdir)(name)) }
int unlink(const char *name) { NAMED(AT_FDCWD, name, 'u', REAL(unlink)(name)) }
int unlinkat(int at, const char *name, int flags) { NAMED(at, name, 'u', REAL(unlinkat)(at, name, flags)) }

#define TWO(at, name, to_at, to_name, letter, call) \
  char path[PATH_MAX], to[PATH_MAX]; \
  int one = *below && whole(at, name, path), two = *below && whole(to_at, to_name, to); \
  if (!one && !two) return call; \
  if (!may()) return -1; \
  int got = call; \
  if (!got) tell(letter, path, to, 0, NULL, 0); \
  done(); \
  return got;

int rename(const char *name, const char *new) { TWO(AT_FDCWD, name, AT_FDCWD, new, 'r', REAL(rename)(name, new)) }
int renameat(int at, const char *name, int to_at, const char *new) {
  TWO(at, name, to_at, new, 'r', REAL(renameat)(at, name, to_at, new))
}
int renameat2(int at, const char *name, int to_at, const char *new, unsigned flags) {
  TWO(at, name, to_at, new, 'r', REAL(renameat2)(at, name, to_at, new, flags))
}
int link(const char *name, const char *new) { TWO(AT_FDCWD, name, AT_FDCWD, new, 'l', REAL(link)(name, new)) }
int linkat(int at, const char *name, int to_at, const char *new, int flags) {
  TWO(at, name, to_at, new, 'l', REAL(linkat)(at, name, to_at, new, flags))
}

/* ---- what is in files ---- */

#define OF(fd, call, letter, offset, bytes) \
  char path[PATH_MAX]; \
  if (!of(fd, path)) return call; \
  if (!may()) return -1; \
  uint64_t place = offset; \
  __typeof__(call) got = call; \
  if (got >= 0) tell(letter, path, NULL, place, bytes, (uint64_t)got); \
  done(); \
  return got;

ssize_t write(int fd, const void *bytes, size_t length) {
  OF(fd, syscall(SYS_write, fd, bytes, length), 'w', where(fd), bytes)
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  OF(fd, syscall(SYS_pwrite64, fd, bytes, length, at), 'w', (uint64_t)at, bytes)
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  OF(fd, syscall(SYS_pwrite64, fd, bytes, length, at), 'w', (uint64_t)at, bytes)
}
/* A write of what lies in several places is one of the first: the rest is written by the caller as after a short one. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  char path[PATH_MAX];
  if (!of(fd, path)) return syscall(SYS_writev, fd, parts, count);
  for (int n = 0; n < count; n++)
    if (parts[n].iov_len) return write(fd, parts[n].iov_base, parts[n].iov_len);
  return 0;
}
int fsync(int fd) { OF(fd, (int)syscall(SYS_fsync, fd), 's', 0, NULL) }
int fdatasync(int fd) { OF(fd, (int)syscall(SYS_fdatasync, fd), 's', 0, NULL) }
int ftruncate(int fd, off_t length) { OF(fd, (int)syscall(SYS_ftruncate, fd, length), 't', (uint64_t)length, NULL) }
int ftruncate64(int fd, off64_t length) { OF(fd, (int)syscall(SYS_ftruncate, fd, length), 't', (uint64_t)length, NULL) }
int fallocate(int fd, int mode, off_t offset, off_t length) {
  OF(fd, (int)syscall(SYS_fallocate, fd, mode, offset, length), 'a', 0, NULL)
}
int posix_fallocate(int fd, off_t offset, off_t length) {
  char path[PATH_MAX];
  if (!of(fd, path)) return REAL(posix_fallocate)(fd, offset, length);
  if (!may()) return errno;
  int got = REAL(posix_fallocate)(fd, offset, length);
  done();
  return got;
}
int fchmod(int fd, mode_t mode) { OF(fd, (int)syscall(SYS_fchmod, fd, mode), 'm', 0, NULL) }
