/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shim's log: each call on a file of the folder that was made, in the order in which they were made.
 *
 * A record is a line "CALL RESULT ERRNO INODE MODE OFFSET LENGTH FLAGS\tPATH\tPATH\n", then LENGTH bytes, then a
 * newline. The bytes are those that got into the file by write, pwrite and copy_file_range. INODE and MODE (octal,
 * without the kind) are those of the file after the call; of what was removed, before. FLAGS: 1 the call made the
 * file, 2 the file was emptied by opening it. What the program says on its standard output is a record of the call
 * "say".
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/** The log's descriptor: where programs have none. */
#define SHIM_LOG_FD 900

#define SHIM_LOG_MADE 1
#define SHIM_LOG_EMPTIED 2

typedef struct {
  const char *call;
  long result;
  int number; /* errno */
  uint64_t inode;
  mode_t mode;
  int64_t offset;
  const void *bytes;
  size_t length;
  int flags;
  const char *path, *other; /* NULL: none */
} ShimRecord;

/** Opens the log where the environment names one. */
void shim_log_open (void);

/** Whether there is one. */
int shim_log_is_on (void);

void shim_log_write (const ShimRecord *record);
