/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A call in the hands of the shim: its path, what the plan wants of it, its record in the log. The calls themselves
 * are in shim-content.c and shim-names.c.
 *
 * The shim is a library to be loaded before the C library (LD_PRELOAD): calls on files of one folder go wrong as shim-
 * plan.h says, and are logged as shim-log.h says. It decides by the path, whatever thread calls, so that a fault hits
 * the same call in each run.
 *
 * Calls are known by the name of the system call that they become: "openat", "write", "pwrite", "fsync", "fdatasync",
 * "renameat", "linkat", "unlinkat", "mkdirat", "close", "fchmod", "fchown", "fallocate", "ftruncate", "flock",
 * "fsetxattr", "copy_file_range". Those that only read are "open-read", "close-read" and "data-read", and are not
 * meant by "*".
 */
#pragma once

#include <limits.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "shim-log.h"
#include "shim-plan.h"

#define SHIM_EXPORTED __attribute__ ((visibility ("default")))

typedef struct {
  const char *name;
  char path[PATH_MAX], other[PATH_MAX]; /* "other": the new name of what is linked or renamed */
  bool is_ours;
  ShimKind kind;
  int number;
  ShimRecord record;
} ShimCall;

/**
 * Asks the plan, with name and paths set. A call that is ours holds a lock from here to its end, so that the log has
 * the order of the calls; nothing of another call may be begun before. Keeps errno.
 */
void shim_call_begin      (ShimCall *call);
void shim_call_begin_fd   (ShimCall *call, const char *name, int fd);
void shim_call_begin_name (ShimCall *call, const char *name, int folder_fd, const char *path);

/** Whether the real call is to be made. */
bool shim_call_is_made (const ShimCall *call);

/** Notes the inode and mode for the record. */
void shim_call_note_fd   (ShimCall *call, int fd);
void shim_call_note_name (ShimCall *call, int folder_fd, const char *name);

/** Logs the call; returns its result. */
long shim_call_end (ShimCall *call, long result);

/** For a call that is not made: its result is -1, or @good where it is only said to have been made, which is not logged
 * then. */
long shim_call_end_unmade (ShimCall *call, long good);

/** Logs what the program says of itself, between the calls. */
void shim_call_say (const void *bytes, size_t length);

void shim_call_find_path (int folder_fd, const char *name, char *path);
